#include "export/json_writer.hpp"

#include <cassert>
#include <charconv>
#include <cmath>
#include <ostream>

#include "export/escape.hpp"

namespace entente {

void write_number(std::ostream& out, double value) {
    if (!std::isfinite(value)) {
        out << "null";
        return;
    }
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value == 0.0 ? 0.0 : value).ptr;
    out.write(digits, end - digits);
}

void write_number(std::ostream& out, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.write(digits, end - digits);
}

JsonWriter& JsonWriter::open(char begin, char end) {
    separate();
    out_ << begin;
    levels_.push_back({end});
    return *this;
}

JsonWriter& JsonWriter::end() {
    assert(!levels_.empty() && !after_key_);
    const Level level = levels_.back();
    if (!level.empty && levels_.size() <= line_depth_) out_ << '\n';
    out_ << level.end;
    levels_.pop_back();
    if (levels_.empty()) out_ << '\n';
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    out_ << json_string(name) << ':';
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    out_ << json_string(text);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    separate();
    write_number(out_, number);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    write_number(out_, number);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    separate();
    out_ << (truth ? "true" : "false");
    return *this;
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) out_ << ',';
    if (levels_.size() <= line_depth_) out_ << '\n';
    level.empty = false;
}

}  // namespace entente
