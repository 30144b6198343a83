#include "extract/language/reannotate.hpp"

#include <array>

#include "extract/language/conllu.hpp"

namespace entente {

namespace {

constexpr std::size_t columns = 10;

std::string_view take_line(std::string_view& text) {
    const auto newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::array<std::string_view, columns> split(std::string_view line) {
    std::array<std::string_view, columns> cells;
    for (auto& cell : cells) {
        const auto tab = line.find('\t');
        cell = line.substr(0, tab);
        line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    return cells;
}

std::string or_underscore(const std::string& text) { return text.empty() ? "_" : text; }

/// `id`, FORM and MISC as they were, the rest from `token`. A sentence without a tree hangs on its first
/// token.
std::string token_line(const std::array<std::string_view, columns>& cells, const Sentence& sentence,
                       std::size_t index) {
    const Token& token = sentence.tokens[index];
    const bool tree = !token.deprel.empty();
    const int head = tree ? token.head + 1 : (index == 0 ? 0 : 1);
    const std::string relation = tree ? token.deprel : (index == 0 ? "root" : "dep");
    std::string line;
    for (const std::string& cell :
         {std::string{cells[0]}, std::string{cells[1]}, or_underscore(token.lemma),
          std::string{to_string(token.upos)}, std::string{"_"}, or_underscore(token.feats),
          std::to_string(head), relation, std::string{"_"}, std::string{cells[9]}}) {
        line += line.empty() ? "" : "\t";
        line += cell;
    }
    return line + '\n';
}

}  // namespace

std::string reannotate_conllu(std::string_view bytes, const Analyser& analyser) {
    std::vector<Sentence> sentences = read_conllu(bytes).sentences;
    analyser.tag_and_parse(sentences);
    std::string result;
    std::size_t sentence = 0;
    std::size_t token = 0;
    while (!bytes.empty()) {
        const std::string_view line = take_line(bytes);
        const std::string_view id = line.substr(0, line.find('\t'));
        if (line.empty()) {
            sentence += token > 0 ? 1 : 0;
            token = 0;
            result += '\n';
        } else if (line.front() == '#' || id.find('-') != std::string_view::npos) {
            result += std::string{line} + '\n';
        } else if (id.find('.') == std::string_view::npos) {
            result += token_line(split(line), sentences[sentence], token++);
        }
    }
    return result;
}

}  // namespace entente
