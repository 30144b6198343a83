#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/actor.hpp"
#include "graph/detail/database.hpp"

namespace entente {

/// Two actors as one number: the row of the one with the smaller id in the upper 32 bits.
using PairKey = std::int64_t;

/// Actors by row and id, and which of them stands for which after the user's decisions. Rows are cached:
/// there are thousands, not millions. After a rollback call forget_cache().
class ActorRows {
 public:
    explicit ActorRows(Database& database);

    std::int64_t row(const ActorId& id);   ///< added if it is new
    std::int64_t find(const ActorId& id);  ///< 0 if there is none
    const ActorId& id(std::int64_t row);
    ActorId resolve(const ActorId& id) const;
    /// These and all that resolve to one of them.
    std::set<ActorId> standing_for(const std::set<ActorId>& resolved) const;
    PairKey pair(const ActorId& a, const ActorId& b);  ///< added if they are new
    std::pair<ActorId, ActorId> ids(PairKey pair);     ///< the smaller first
    void forget_cache();
    void load_decisions();

 private:
    Database& database_;
    Statement select_by_id_;
    Statement select_by_row_;
    Statement insert_;
    std::unordered_map<ActorId, std::int64_t> rows_;
    std::unordered_map<std::int64_t, ActorId> ids_;
    std::map<ActorId, ActorId> stands_for_;
};

}  // namespace entente
