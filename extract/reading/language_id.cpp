#include "extract/reading/language_id.hpp"

#include <cld2/public/compact_lang_det.h>

namespace entente {

namespace {

struct Guess {
    std::string code;
    int percent = 0;
    bool reliable = false;
};

Guess guess(std::string_view text) {
    constexpr std::size_t enough = std::size_t{16} * 1024;
    text = text.substr(0, enough);
    CLD2::Language languages[3] = {};
    int percents[3] = {};
    int text_bytes = 0;
    bool reliable = false;
    CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages, percents,
                                &text_bytes, &reliable);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE) {
        return {};
    }
    return {CLD2::LanguageCode(languages[0]), percents[0], reliable};
}

}  // namespace

std::string identify_language(std::string_view text) {
    const Guess found = guess(text);
    // Afrikaans is taken for Dutch in short headlines far more often than it occurs in the news we read.
    if (found.code == "af" && !(found.reliable && text.size() > 500)) {
        return "nl";
    }
    return found.reliable || found.percent >= 60 ? found.code : std::string{};
}

std::string article_language(std::string_view text, std::string_view declared, std::string_view fallback) {
    if (declared.empty()) {
        return fallback.empty() ? identify_language(text) : std::string{fallback};
    }
    const Guess found = guess(text);
    constexpr std::size_t plainly_bytes = 200;
    constexpr int plainly_percent = 90;
    const bool plainly_other = found.reliable && text.size() >= plainly_bytes &&
                               found.percent >= plainly_percent && found.code != declared;
    return plainly_other ? found.code : std::string{declared};
}

}  // namespace entente
