#include "extract/actors/gazetteer.hpp"

#include <string>

#include "extract/actors/detail/lexicon.hpp"

namespace entente {

Gazetteer::Gazetteer(std::unique_ptr<const detail::Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Gazetteer Gazetteer::load() {
    return Gazetteer(std::make_unique<const detail::Lexicon>(detail::load_lexicon()));
}

std::optional<Participant> Gazetteer::actor(std::string_view id) const {
    const auto found = lexicon_->actor_index.find(std::string(id));
    if (found == lexicon_->actor_index.end()) return std::nullopt;
    return lexicon_->participant(found->second);
}

std::optional<Participant> Gazetteer::office_holder(std::string_view actor, std::string_view office,
                                                    Day day) const {
    const auto found = lexicon_->offices.find(std::string(actor) + ' ' + std::string(office));
    if (found == lexicon_->offices.end()) return std::nullopt;
    for (const auto& [person, term] : found->second) {
        const detail::PersonEntry& entry = lexicon_->persons[person];
        const detail::Term& held = entry.terms[term];
        if (held.start > day || (held.end && *held.end <= day)) continue;
        Participant participant = lexicon_->participant(entry, day);
        participant.state = lexicon_->actors[lexicon_->actor_index.at(held.actor)].state;
        participant.role = held.title;
        return participant;
    }
    return std::nullopt;
}

}  // namespace entente
