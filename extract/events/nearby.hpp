#pragma once

#include <optional>
#include <string>

#include "extract/events/arguments.hpp"
#include "extract/events/mention_index.hpp"
#include "extract/events/tree.hpp"

namespace entente {

/// Finds parties by order and nearness, where the tree gives none for a slot: parsers err. What is found this
/// way has a low quality. Refers to its parts.
class NearbyFinder {
 public:
    NearbyFinder(const Tree& tree, const MentionIndex& mentions, const FrameLexicon& frames)
        : tree_(tree), mentions_(mentions), frames_(frames) {}

    /// The mention directly before the verb, but for auxiliaries, adverbs and times ("Peru has granted").
    std::optional<Argument> subject_before(int verb) const;
    /// The mention directly behind the verb ("met Abe yesterday").
    std::optional<Argument> object_after(int verb) const;
    /// The mention directly behind the subject, but for adverbs and auxiliaries, where the verb is before or
    /// behind both, as in Dutch ("gisteren viel Israël Syrië aan", "nadat Israël Syrië had aangevallen").
    std::optional<Argument> behind_subject(int verb, int subject) const;
    /// The name directly before the object and its modifiers ("bood Indonesië excuses aan"), if it is no
    /// genitive and no subject.
    std::optional<Argument> before_object(int verb, int object) const;
    /// The mention behind the next `preposition` to the right, before another clause or another event begins
    /// ("aid to drought-hit Kenya").
    std::optional<Argument> behind_preposition(int trigger, const std::string& preposition) const;

 private:
    const ActorMention* mention_starting(int node) const;
    /// Whether a preposition governs the phrase that begins at token `first`.
    bool is_governed(int first) const;
    bool ends_clause(int node) const;
    int before_relative_clause(int node) const;

    const Tree& tree_;
    const MentionIndex& mentions_;
    const FrameLexicon& frames_;
};

}  // namespace entente
