#pragma once

#include <cstdint>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace entente {

/// The shortest decimal text that reads back as `value` (std::to_chars). `null` for what is not finite.
void write_number(std::ostream& out, double value);
void write_number(std::ostream& out, std::int64_t value);

/// Writes JSON as it comes, holding nothing but the nesting. The caller opens, names and closes in the right
/// order (asserted). Elements of the outer arrays and objects begin on a line of their own, so that files can
/// be compared.
class JsonWriter {
 public:
    /// `line_depth`: containers nested up to this deep put each element on its own line.
    explicit JsonWriter(std::ostream& out, std::size_t line_depth = 2) : out_(out), line_depth_(line_depth) {}

    JsonWriter& begin_object() { return open('{', '}'); }
    JsonWriter& begin_array() { return open('[', ']'); }
    JsonWriter& end();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(double number);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(bool truth);

    /// key(name).value(what)
    template <typename T>
    JsonWriter& member(std::string_view name, const T& what) {
        return key(name).value(what);
    }

 private:
    JsonWriter& open(char begin, char end);
    void separate();

    struct Level {
        char end;
        bool empty = true;
    };
    std::ostream& out_;
    std::size_t line_depth_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace entente
