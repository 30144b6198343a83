#include "extract/grammar_extractor.hpp"

#include <ostream>
#include <utility>

#include "extract/actors/find_actors.hpp"
#include "extract/actors/gazetteer.hpp"
#include "extract/events/find_claims.hpp"
#include "extract/events/language.hpp"
#include "extract/events/mend_trees.hpp"
#include "extract/language/analyser.hpp"
#include "extract/time/find_times.hpp"

namespace entente {

namespace {

/// One language: its model and its tables.
struct Reader {
    Reader(const std::filesystem::path& models, const std::string& language)
        : analyser(Analyser::load(models, language)), words(language) {}

    Analyser analyser;
    EventLanguage words;
};

}  // namespace

struct GrammarExtractor::Parts {
    explicit Parts(const std::filesystem::path& models)
        : gazetteer(Gazetteer::load()), dutch(models, "nl"), english(models, "en") {}

    const Reader* reader(std::string_view language) const {
        if (language == "nl") return &dutch;
        return language == "en" ? &english : nullptr;
    }

    Gazetteer gazetteer;
    Reader dutch;
    Reader english;
};

GrammarExtractor::GrammarExtractor(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
GrammarExtractor::GrammarExtractor(GrammarExtractor&&) noexcept = default;
GrammarExtractor& GrammarExtractor::operator=(GrammarExtractor&&) noexcept = default;
GrammarExtractor::~GrammarExtractor() = default;

GrammarExtractor GrammarExtractor::load(const std::filesystem::path& models) {
    return GrammarExtractor(std::make_unique<const Parts>(models));
}

std::string GrammarExtractor::name() const { return "grammar/1"; }

bool GrammarExtractor::reads(std::string_view language) const { return parts_->reader(language) != nullptr; }

std::vector<Claim> GrammarExtractor::run(const Article& article, std::vector<SentenceTrace>* trace) const {
    const Reader* reader = parts_->reader(article.language);
    if (reader == nullptr) return {};
    auto sentences = reader->analyser.analyse(article.text);
    mend_trees(sentences, reader->words.groups);
    const auto actors = find_actors(article, sentences, parts_->gazetteer);
    const auto times = find_times(sentences, article.published, article.language);
    return find_claims(article, sentences, actors, times, reader->words, name(), trace);
}

std::vector<Claim> GrammarExtractor::extract(const Article& article) const { return run(article, nullptr); }

std::vector<Claim> GrammarExtractor::extract(const Article& article,
                                             std::vector<SentenceTrace>& trace) const {
    return run(article, &trace);
}

void GrammarExtractor::trace(const Article& article, std::ostream& out) const {
    std::vector<SentenceTrace> sentences;
    run(article, &sentences);
    for (const SentenceTrace& sentence : sentences) out << sentence << '\n';
}

}  // namespace entente
