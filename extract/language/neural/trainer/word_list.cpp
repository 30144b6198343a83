#include "extract/language/neural/trainer/word_list.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "extract/language/gzip.hpp"
#include "extract/language/neural/features.hpp"

namespace entente::neural {

namespace {

/// The bits of one class, 0 if there is none of that name.
WordClasses bits_of(std::string_view name) {
    const bool met = name.ends_with('+');
    if (met) name.remove_suffix(1);
    const auto* const found = std::ranges::find(word_class_names, name);
    if (found == word_class_names.end()) return 0;
    return (met ? 3U : 1U) << (2 * static_cast<unsigned>(found - word_class_names.begin()));
}

}  // namespace

WordList read_word_list(const std::filesystem::path& file) {
    const std::string bytes = read_gzip(file);
    WordList list;
    WordKeys keys;
    std::size_t number = 0;
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(rest.size(), end + 1));
        ++number;
        const std::size_t tab = line.find('\t');
        WordClasses classes = 0;
        bool right = tab != std::string_view::npos && tab > 0;
        for (std::string_view names = right ? line.substr(tab + 1) : ""; !names.empty();) {
            const std::size_t blank = std::min(names.find(' '), names.size());
            const WordClasses bits = bits_of(names.substr(0, blank));
            right = right && bits != 0;
            classes |= bits;
            names.remove_prefix(std::min(names.size(), blank + 1));
        }
        if (!right || classes == 0)
            throw std::runtime_error(
                fmt::format("{}:{}: a form, a tab and classes are wanted", file.string(), number));
        word_keys(line.substr(0, tab), keys);
        list.keys.push_back(keys.word);
        list.classes.push_back(classes);
    }
    return list;
}

}  // namespace entente::neural
