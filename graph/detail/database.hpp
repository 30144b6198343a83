#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "graph/statement.hpp"

struct sqlite3;

namespace entente {

/// One connection to an SQLite file, with extended result codes and foreign keys on. Throws StoreError.
class Database {
 public:
    enum class Mode : std::uint8_t { read, write };

    /// `write` makes the file if need be and keeps a write-ahead log; a commit is on disk when it returns.
    /// `read` needs no room beside the file where nobody is writing: it may lie on a read-only disk.
    Database(const std::string& path, Mode mode);

    /// The page cache of a writer in KiB: a sixteenth of the machine's memory, within 64 MB and 1 GB. SQLite
    /// takes as much of it as the store and its indexes need.
    static std::int64_t writer_cache_kib();

    /// Runs SQL text of our own, several statements at once.
    void run(const char* sql);
    Statement prepare(std::string_view sql);
    /// As prepare, but throws StoreError (misuse) where the statement would change anything.
    Statement prepare_reading(std::string_view sql);
    std::int64_t integer(std::string_view sql);  ///< of the first row's first column; 0 if there is none
    std::int64_t last_row() const;
    const std::string& path() const { return path_; }
    bool in_transaction() const;

 private:
    struct Close {
        void operator()(sqlite3* database) const noexcept;
    };
    void open(const std::string& name, int flags);

    std::string path_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// All or nothing. Without commit() the destructor takes everything back; commit() and rollback() disarm it.
class Transaction {
 public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();
    void rollback();

 private:
    Database* database_;  ///< null: disarmed
};

/// While it lives, all that is read is as it was at the first look, and the file is locked once instead of
/// for each statement. Nothing where there is a transaction already.
class Snapshot {
 public:
    explicit Snapshot(Database& database);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

 private:
    Database* database_;  ///< null: of a transaction that others end
};

}  // namespace entente
