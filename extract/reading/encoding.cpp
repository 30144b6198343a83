#include "extract/reading/encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

namespace entente {

namespace {

struct Mark {
    std::string_view bytes;
    const char* charset;
};

constexpr std::array<Mark, 5> byte_order_marks = {{
    {std::string_view{"\xEF\xBB\xBF", 3}, "UTF-8"},
    {std::string_view{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {std::string_view{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {std::string_view{"\xFF\xFE", 2}, "UTF-16LE"},
    {std::string_view{"\xFE\xFF", 2}, "UTF-16BE"},
}};

const Mark* byte_order_mark(std::string_view bytes) {
    const auto found = std::find_if(byte_order_marks.begin(), byte_order_marks.end(),
                                    [&](const Mark& mark) { return bytes.starts_with(mark.bytes); });
    return found == byte_order_marks.end() ? nullptr : &*found;
}

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};

std::size_t line_of(std::string_view bytes, std::size_t offset) {
    return 1 + static_cast<std::size_t>(
                   std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

tl::expected<TracedText, std::string> decode_utf8(std::string_view bytes, std::size_t skip) {
    bytes.remove_prefix(skip);
    if (const auto bad = find_invalid_utf8(bytes)) {
        return tl::unexpected{fmt::format(
            "not valid UTF-8 at byte {} (line {}); say what it is with --encoding, for example windows-1252",
            *bad + skip, line_of(bytes, *bad))};
    }
    TextBuilder builder;
    builder.add(bytes, skip);
    return builder.take();
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (data[at] < 0x80) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        UChar32 character = 0;
        U8_NEXT(data, at, bytes.size(), character);
        if (character < 0) {
            return start;
        }
    }
    return std::nullopt;
}

bool is_binary(std::string_view bytes) {
    if (byte_order_mark(bytes) != nullptr) {
        return false;
    }
    using namespace std::string_view_literals;
    for (const auto magic : {"%PDF-"sv, "\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "PK\x03\x04"sv,
                             "\x7F"
                             "ELF"sv,
                             "SQLite format 3"sv}) {
        if (bytes.starts_with(magic)) {
            return true;
        }
    }
    return bytes.find('\0') != std::string_view::npos;
}

bool is_known_charset(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter{ucnv_open(charset.c_str(), &status)};
    return U_SUCCESS(status);
}

tl::expected<TracedText, std::string> decode(std::string_view bytes, std::string charset) {
    std::size_t skip = 0;
    if (const Mark* mark = byte_order_mark(bytes)) {
        skip = mark->bytes.size();
        charset = mark->charset;
    }
    if (charset.empty() || ucnv_compareNames(charset.c_str(), "UTF-8") == 0) {
        return decode_utf8(bytes, skip);
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter{ucnv_open(charset.c_str(), &status)};
    if (U_FAILURE(status)) {
        return tl::unexpected{fmt::format(
            "declares the encoding '{}', which is not known; give the right one with --encoding", charset)};
    }
    TextBuilder builder;
    const char* at = bytes.data() + skip;
    const char* const end = bytes.data() + bytes.size();
    while (at < end) {
        const char* const start = at;
        status = U_ZERO_ERROR;
        UChar32 character = ucnv_getNextUChar(converter.get(), &at, end, &status);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) {
            break;
        }
        if (U_FAILURE(status)) {
            character = 0xFFFD;
            at = std::max(at, start + 1);
        }
        std::array<char, U8_MAX_LENGTH> utf8{};
        std::size_t length = 0;
        U8_APPEND_UNSAFE(utf8.data(), length, character);
        builder.add({utf8.data(), length}, static_cast<std::size_t>(start - bytes.data()),
                    static_cast<std::size_t>(at - start));
    }
    return builder.take();
}

std::string guess_charset(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector{ucsdet_open(&status)};
    const auto length =
        static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), std::size_t{64} * 1024));
    ucsdet_setText(detector.get(), bytes.data(), length, &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 30) {
        return {};
    }
    const char* name = ucsdet_getName(match, &status);
    return U_SUCCESS(status) ? name : std::string{};
}

}  // namespace entente
