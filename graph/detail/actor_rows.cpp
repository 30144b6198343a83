#include "graph/detail/actor_rows.hpp"

namespace entente {

ActorRows::ActorRows(Database& database)
    : database_(database),
      select_by_id_(database.prepare("SELECT row FROM actor WHERE id = ?1")),
      select_by_row_(database.prepare("SELECT id FROM actor WHERE row = ?1")),
      insert_(database.prepare("INSERT INTO actor(id) VALUES (?1)")) {
    load_decisions();
}

std::int64_t ActorRows::find(const ActorId& id) {
    if (const auto cached = rows_.find(id); cached != rows_.end()) {
        return cached->second;
    }
    std::int64_t row = 0;
    if (select_by_id_.bind(1, id).step()) {
        row = select_by_id_.integer(0);
        select_by_id_.reset();
        rows_.emplace(id, row);
    }
    return row;
}

std::int64_t ActorRows::row(const ActorId& id) {
    if (const auto found = find(id); found != 0) {
        return found;
    }
    insert_.bind(1, id).run();
    const auto row = database_.last_row();
    rows_.emplace(id, row);
    return row;
}

const ActorId& ActorRows::id(std::int64_t row) {
    if (const auto cached = ids_.find(row); cached != ids_.end()) {
        return cached->second;
    }
    ActorId id;
    if (select_by_row_.bind(1, row).step()) {
        id = select_by_row_.text(0);
        select_by_row_.reset();
    }
    return ids_.emplace(row, std::move(id)).first->second;
}

ActorId ActorRows::resolve(const ActorId& id) const {
    auto at = stands_for_.find(id);
    const ActorId* found = &id;
    while (at != stands_for_.end()) {
        found = &at->second;
        at = stands_for_.find(*found);
    }
    return *found;
}

std::set<ActorId> ActorRows::standing_for(const std::set<ActorId>& resolved) const {
    std::set<ActorId> out = resolved;
    for (const auto& [actor, other] : stands_for_) {
        if (resolved.contains(resolve(actor))) {
            out.insert(actor);
        }
    }
    return out;
}

PairKey ActorRows::pair(const ActorId& a, const ActorId& b) {
    const auto low = row(a < b ? a : b);
    const auto high = row(a < b ? b : a);
    return (low << 32) | high;
}

std::pair<ActorId, ActorId> ActorRows::ids(PairKey pair) { return {id(pair >> 32), id(pair & 0xFFFFFFFF)}; }

void ActorRows::forget_cache() {
    rows_.clear();
    ids_.clear();
    load_decisions();
}

void ActorRows::load_decisions() {
    stands_for_.clear();
    auto decisions = database_.prepare(
        "SELECT actor, other FROM actor_decision WHERE undone = 0 AND kind = 'merge' ORDER BY row");
    while (decisions.step()) {
        stands_for_[ActorId{decisions.text(0)}] = decisions.text(1);
    }
}

}  // namespace entente
