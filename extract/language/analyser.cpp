#include "extract/language/analyser.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <thread>

#include "extract/language/headline.hpp"
#include "extract/language/lemma_conventions.hpp"
#include "extract/language/name_words.hpp"
#include "extract/language/noun_lemmas.hpp"
#include "extract/language/surnames.hpp"
#include "extract/language/syntax_model.hpp"
#include "extract/language/tokens/conventions.hpp"
#include "extract/language/tokens/tokeniser.hpp"
#include "extract/language/verb_lemmas.hpp"
#include "extract/language/well_formed.hpp"

#ifndef ENTENTE_SOURCE_MODELS
#error "ENTENTE_SOURCE_MODELS is to be defined as the models/ folder of the source tree"
#endif

namespace entente {

namespace {

void drop_tree(Sentence& sentence) {
    for (Token& token : sentence.tokens) {
        token.head = -1;
        token.deprel.clear();
    }
}

}  // namespace

struct Analyser::Model {
    std::string language;
    std::string version;
    tokens::Conventions conventions;
    SentenceTest is_sentence;
    LemmaConventions lemmas;
    VerbLemmas verbs;
    NounLemmas nouns;
    NameWords name_words;
    Surnames surnames;
    HeadlineCase headlines;
    std::unique_ptr<SyntaxModel> syntax;

    Model(std::string name, ModelFile file)
        : language(std::move(name)),
          version(file.meta("name")),
          conventions(language),
          is_sentence(language),
          lemmas(language),
          verbs(language),
          nouns(language),
          name_words(language),
          surnames(language),
          headlines(language, verbs, nouns),
          syntax(load_syntax_model(std::move(file))) {}
    // Not to be copied or moved, as `headlines` refers to `verbs` and `nouns`.
    Model(const Model&) = delete;
    Model(Model&&) = delete;
    Model& operator=(const Model&) = delete;
    Model& operator=(Model&&) = delete;
    ~Model() = default;

    void annotate(std::vector<Sentence>& sentences) const {
        // Headlines are annotated in sentence case and keep their forms.
        std::vector<Sentence> recased = sentences;
        for (Sentence& sentence : recased) {
            if (auto undone = headlines.undo(sentence)) sentence = std::move(*undone);
        }
        syntax->annotate(recased);
        for (Sentence& sentence : recased) name_words.mend(sentence);
        const Surnames::Names names = surnames.find(recased);
        for (std::size_t index = 0; index < sentences.size(); ++index) {
            surnames.mend(recased[index], names);
            lemmas.mend(recased[index]);
            verbs.mend(recased[index]);
            nouns.mend(recased[index]);
            std::vector<Token>& tokens = recased[index].tokens;
            for (std::size_t at = 0; at < tokens.size(); ++at) {
                tokens[at].form = std::move(sentences[index].tokens[at].form);
            }
            sentences[index].tokens = std::move(tokens);
        }
    }
};

Analyser::Analyser(std::unique_ptr<Model> model) : model_(std::move(model)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Analyser Analyser::load(const std::filesystem::path& folder, const std::string& language) {
    ModelFile file = ModelFile::open(folder / (language + ".model"));
    if (file.meta("language") != language)
        throw file.damaged("is a model of '" + file.meta("language") + "'");
    return Analyser(std::make_unique<Model>(language, std::move(file)));
}

const std::string& Analyser::language() const { return model_->language; }
const std::string& Analyser::version() const { return model_->version; }

std::vector<Sentence> Analyser::analyse(std::string_view text) const {
    std::vector<Sentence> sentences = tokens::split(text, model_->conventions);
    model_->annotate(sentences);
    for (Sentence& sentence : sentences) {
        sentence.well_formed = model_->is_sentence(sentence);
        if (!sentence.well_formed) drop_tree(sentence);
    }
    return sentences;
}

std::vector<std::vector<Sentence>> Analyser::analyse(std::span<const std::string_view> texts,
                                                     unsigned threads) const {
    std::vector<std::vector<Sentence>> results(texts.size());
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    threads = static_cast<unsigned>(std::min<std::size_t>(threads, texts.size()));
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto work = [&] {
        try {
            for (std::size_t index = next++; index < texts.size(); index = next++) {
                results[index] = analyse(texts[index]);
            }
        } catch (...) {  // handed on to the caller's thread below
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work);
        work();
    }
    if (failure) std::rethrow_exception(failure);
    return results;
}

void Analyser::tag_and_parse(std::vector<Sentence>& sentences) const { model_->annotate(sentences); }

std::filesystem::path default_model_folder() {
    if (const char* folder = std::getenv("ENTENTE_MODELS"); folder != nullptr && *folder != '\0')
        return folder;
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        std::filesystem::path installed = program.parent_path().parent_path() / "share/entente/models";
        if (std::filesystem::is_directory(installed, error)) return installed;
    }
    return ENTENTE_SOURCE_MODELS;
}

}  // namespace entente
