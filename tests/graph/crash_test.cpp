// Pulling the plug, and damage from outside.
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "graph/store.hpp"
#include "tests/catch.hpp"
#include "tests/graph/world.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes with the object.
class Folder {
 public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "entente-store-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    std::string file(const char* name) const { return (path_ / name).string(); }
    const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

world::Reported numbered(int number) {
    const auto text = std::to_string(number);
    return world::read("2022-02-24 RUS ASSAULT UKR attacks by=P" + std::to_string(number % 7) +
                       " place=Town" + text + " text=Town " + text + " was hit by rockets " + text +
                       " times.")
        .front();
}

/// Adds articles until it is killed, and says each that was added.
[[noreturn]] void add_for_ever(const std::string& path, int report) {
    auto store = Store::open(path, StoreMode::write);
    for (int number = 0;; ++number) {
        const auto [article, claim] = numbered(number);
        store.add(article, {&claim, 1}, Day{});
        if (write(report, &number, sizeof number) != sizeof number) {
            _exit(1);
        }
    }
}

void flip_byte(const std::string& path, const std::string& after, char to) {
    std::ifstream in{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    in.close();
    const auto at = bytes.find(after);
    REQUIRE(at != std::string::npos);
    bytes[at + after.size()] = to;
    std::ofstream{path, std::ios::binary} << bytes;
}

/// As if another program had written the file: user_version stands at byte 60 of the header, big endian.
void set_format(const std::string& path, char format) {
    std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
    file.seekp(63);
    file.put(format);
}

}  // namespace

TEST_CASE("killed at any moment, the file opens and has all that was reported as added",
          "[graph][store][crash]") {
    std::mt19937 random{3};
    const Folder folder;
    const auto path = folder.file("killed.db");
    int reported = -1;
    for (int round = 0; round < 8; ++round) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            close(ends[0]);
            add_for_ever(path, ends[1]);
        }
        close(ends[1]);
        // The first of each round is waited for, however busy the machine is; then it may be killed any time.
        if (int number = 0; read(ends[0], &number, sizeof number) == sizeof number) {
            reported = std::max(reported, number);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{random() % 150});
        kill(child, SIGKILL);
        for (int number = 0; read(ends[0], &number, sizeof number) == sizeof number;) {
            reported = std::max(reported, number);
        }
        close(ends[0]);
        waitpid(child, nullptr, 0);
        auto store = Store::open(path, StoreMode::write);
        REQUIRE(store.verify().empty());
        for (int number = 0; number <= reported; ++number) {
            REQUIRE(store.article(numbered(number).article.id));
        }
        const auto stats = store.stats();
        REQUIRE(stats.claims == stats.articles);
        REQUIRE(stats.events == stats.articles);
    }
    CHECK(reported >= 0);
}

TEST_CASE("a batch without commit leaves nothing behind, and the next one is whole",
          "[graph][store][crash]") {
    auto store = Store::open(":memory:", StoreMode::write);
    const auto [article, claim] = numbered(1);
    {
        auto batch = store.batch();
        store.add(article, {&claim, 1}, Day{});
    }
    CHECK(store.stats().articles == 0);
    auto batch = store.batch();
    store.add(article, {&claim, 1}, Day{});
    batch.commit();
    CHECK(store.stats().articles == 1);
    CHECK(store.stats().events == 1);
    CHECK(store.verify().empty());
}

TEST_CASE("one flipped byte fails the check and names the claim", "[graph][store][crash]") {
    const Folder folder;
    const auto path = folder.file("flipped.db");
    const auto [article, claim] = numbered(5);
    {
        auto store = Store::open(path, StoreMode::write);
        store.add(article, {&claim, 1}, Day{});
    }
    flip_byte(path, "Town 5 was hit by roc", 'c');
    auto store = Store::open(path, StoreMode::read);
    const auto findings = store.verify();
    REQUIRE_FALSE(findings.empty());
    CHECK(std::any_of(findings.begin(), findings.end(),
                      [&id = claim.id](const Finding& one) { return one.id == id; }));
}

TEST_CASE("what is no store is called so", "[graph][store][crash]") {
    const Folder folder;
    const auto reason_of = [](const std::string& path, StoreMode mode) {
        try {
            auto store = Store::open(path, mode);
            const auto findings = store.verify();
            return findings.empty() ? std::string{"fine"} : "found: " + findings.front().problem;
        } catch (const StoreError& error) {
            CHECK_THAT(error.what(), Catch::StartsWith(path));
            return "error " + std::to_string(static_cast<int>(error.reason()));
        }
    };
    const auto error = [](StoreError::Reason reason) {
        return "error " + std::to_string(static_cast<int>(reason));
    };

    CHECK(reason_of(folder.file("missing.db"), StoreMode::read) == error(StoreError::Reason::not_found));
    CHECK(reason_of(folder.file("no/such/folder.db"), StoreMode::write) ==
          error(StoreError::Reason::not_found));

    std::ofstream{folder.file("text.db")} << std::string(5000, 'x');
    CHECK(reason_of(folder.file("text.db"), StoreMode::write) == error(StoreError::Reason::not_a_store));

    const auto path = folder.file("cut.db");
    {
        auto store = Store::open(path, StoreMode::write);
        auto batch = store.batch();
        for (int number = 0; number < 200; ++number) {
            const auto [article, claim] = numbered(number);
            store.add(article, {&claim, 1}, Day{});
        }
        batch.commit();
    }
    fs::resize_file(path, fs::file_size(path) / 2);
    CHECK(reason_of(path, StoreMode::read) != "fine");
    fs::resize_file(path, 100);
    CHECK(reason_of(path, StoreMode::read) != "fine");
}

TEST_CASE("a store of an earlier format is read once it was opened for writing", "[graph][store][crash]") {
    const Folder folder;
    const auto path = folder.file("earlier.db");
    const auto [article, claim] = numbered(1);
    {
        auto store = Store::open(path, StoreMode::write);
        store.add(article, {&claim, 1}, Day{});
    }
    set_format(path, 1);
    CHECK_THROWS_AS(Store::open(path, StoreMode::read), StoreError);
    { Store::open(path, StoreMode::write); }
    auto store = Store::open(path, StoreMode::read);
    Filter filter;
    filter.actors = {"UKR"};
    CHECK(store.select(filter).events.size() == 1);
    CHECK(store.verify().empty());
}

TEST_CASE("a store of a later format is not touched", "[graph][store][crash]") {
    const Folder folder;
    const auto path = folder.file("later.db");
    { Store::open(path, StoreMode::write); }
    set_format(path, 99);
    try {
        Store::open(path, StoreMode::write);
        FAIL("it was opened");
    } catch (const StoreError& error) {
        CHECK(error.reason() == StoreError::Reason::newer_format);
        CHECK_THAT(error.what(), Catch::Contains("format 99"));
    }
}

TEST_CASE("a batch in which an article failed cannot be stored", "[graph][store][crash]") {
    auto store = Store::open(":memory:", StoreMode::write);
    const auto [first, first_claim] = numbered(1);
    auto [second, second_claim] = numbered(2);
    {
        auto batch = store.batch();
        store.add(first, {&first_claim, 1}, Day{});
        // Not a number is NULL to SQLite, where a confidence must stand.
        second_claim.confidence = std::numeric_limits<double>::quiet_NaN();
        CHECK_THROWS_AS(store.add(second, {&second_claim, 1}, Day{}), StoreError);
        CHECK_THROWS_AS(batch.commit(), StoreError);
    }
    CHECK(store.stats().articles == 0);
    store.add(first, {&first_claim, 1}, Day{});
    CHECK(store.stats().events == 1);
    CHECK(store.verify().empty());
}

TEST_CASE("a store can be read in a folder that nobody may write", "[graph][store]") {
    const Folder folder;
    const auto file = folder.file("a?b#c%.db");  // what means something in an SQLite URI
    {
        auto store = Store::open(file, StoreMode::write);
        const auto [article, claim] = numbered(1);
        store.add(article, {&claim, 1}, Day{});
    }
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    if (access(folder.path().c_str(), W_OK) != 0) {  // root may write anywhere
        CHECK(Store::open(file, StoreMode::read).stats().articles == 1);
    }
    fs::permissions(folder.path(), fs::perms::owner_all);
}
