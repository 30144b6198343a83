#pragma once

#include <string>

#include "extract/events/frame_lexicon.hpp"
#include "extract/events/lemma_pattern.hpp"

namespace entente {

/// What the program knows of the words of one language: the tables word_groups, frames and operators.
/// Immutable once loaded: threads may share one. Not movable, as its parts refer to one another.
struct EventLanguage {
    /// Throws KnowledgeError for the first row that is wrong.
    explicit EventLanguage(const std::string& language)
        : name(language),
          groups(WordGroups::load(language)),
          frames(FrameLexicon::load(language, groups)),
          operators(OperatorLexicon::load(language, groups)) {
        for (const Frame& frame : frames.frames())
            if (frame.pos == Upos::verb || frame.pos == Upos::noun)
                for (const std::string& trigger : frame.triggers)
                    groups.add(frame.pos == Upos::verb ? "known_verb" : "known_noun", trigger);
        for (const Operator& op : operators.operators())
            if (op.pos == Upos::verb)
                for (const std::string& trigger : op.triggers) groups.add("known_verb", trigger);
    }
    EventLanguage(const EventLanguage&) = delete;
    EventLanguage& operator=(const EventLanguage&) = delete;
    ~EventLanguage() = default;

    std::string name;  ///< "nl"
    WordGroups groups;
    FrameLexicon frames;
    OperatorLexicon operators;
};

}  // namespace entente
