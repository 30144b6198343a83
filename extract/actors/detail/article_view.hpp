#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/actors/detail/lexicon.hpp"
#include "extract/actors/detail/match.hpp"
#include "extract/actors/mention.hpp"
#include "extract/language/sentence.hpp"
#include "graph/article.hpp"

namespace entente::detail {

/// A mention while it is being worked on.
struct Draft {
    ActorMention mention;
    Form form = Form::name;
    bool genitive = false;  ///< "Iran's", "Ruslands"
    bool person = false;    ///< it is one person, known or not ("the French president")
    bool plural = false;    ///< "French troops", "Iranians"
    char gender = ' ';      ///< m or f where known
    bool compound = false;  ///< one part of a token ("EU-landen")
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t role = none;       ///< index into Lexicon::roles where it is a role phrase
    std::size_t possessor = none;  ///< token of the possessive pronoun that says whose it is ("its army")
    bool domestic = false;         ///< nothing says whose it is: "the government"
    bool repeated = false;         ///< "the troops": only those that the article spoke of before
    bool definite = true;          ///< not "a minister", "officials"
};

/// A person that the tables do not know, as the article introduces him.
struct Stranger {
    Participant participant;
    char gender = ' ';
};

/// Whom an abbreviation stands for that the article introduced in brackets.
struct Abbreviation {
    std::vector<Participant> actors;
    bool private_party = false;
};

/// One article on its way: its sentences, what matched in them, and who was introduced so far.
struct ArticleView {
    const Article& article;
    std::span<const Sentence> sentences;
    const Lexicon& lexicon;
    std::uint8_t language = english;
    std::vector<MatchedSentence> matched;
    std::vector<char> present;  ///< by WordId: it is somewhere in the article
    /// Persons whose full name is somewhere in the article.
    std::vector<std::uint32_t> introduced;
    /// Persons unknown to the tables, by folded surname.
    std::map<std::string, Stranger> strangers;
    /// Persons of the tables named so far.
    std::vector<std::uint32_t> met;
    /// Abbreviations introduced so far, as written.
    std::map<std::string, Abbreviation> abbreviations;
    /// States and organisations named so far, with how often.
    std::map<ActorId, int> named;

    const Sentence& sentence(std::size_t s) const { return sentences[s]; }
    const Token& token(std::size_t s, std::size_t t) const { return sentences[s].tokens[t]; }
    std::size_t size(std::size_t s) const { return sentences[s].tokens.size(); }
    bool has_tree(std::size_t s) const {
        return !sentences[s].tokens.empty() && !sentences[s].tokens[0].deprel.empty();
    }

    /// The bits of Context of the token's last piece (of the only one, mostly).
    std::uint32_t context(std::size_t s, std::size_t t) const {
        const MatchedSentence& m = matched[s];
        if (t >= size(s) || m.first_piece[t] == m.first_piece[t + 1]) return 0;
        return lexicon.context(language, m.pieces[m.first_piece[t + 1] - 1].word);
    }
    bool capital(std::size_t s, std::size_t t) const {
        const MatchedSentence& m = matched[s];
        return t < size(s) && m.first_piece[t] != m.first_piece[t + 1] && m.pieces[m.first_piece[t]].capital;
    }

    /// The token of [first, last) by which the stretch hangs in the tree; its last noun without a tree.
    std::size_t head(std::size_t s, std::size_t first, std::size_t last) const;
    /// The text of tokens [first, last) with its place in the article.
    TextSpan span(std::size_t s, std::size_t first, std::size_t last) const;
    /// A mention of tokens [first, last) with nothing but its place.
    ActorMention mention(std::size_t s, std::size_t first, std::size_t last) const;
    bool subject(std::size_t s, std::size_t t) const;
};

/// Whether the tokens before `first` make of what follows a place: "in", "in eastern", "the capital of".
/// `town`: also after "from", "to".
bool is_place_context(const ArticleView& view, std::size_t s, std::size_t first, bool town,
                      std::span<const Draft> before);

/// The mentions of sentence `s` by name, metonym or demonym, in text order.
std::vector<Draft> find_names(ArticleView& view, std::size_t s);

/// Adds role phrases ("French troops", "de Franse minister van Defensie Jean-Yves Le Drian") and persons
/// that the tables do not know. Where nothing says whose they are ("the government", "its army"), they have
/// no actors yet.
void find_roles(ArticleView& view, std::size_t s, std::vector<Draft>& drafts);

}  // namespace entente::detail
