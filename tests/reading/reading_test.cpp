#include "extract/reading/reading.hpp"

#include <filesystem>
#include <fstream>

#include <unistd.h>
#include <zlib.h>

#include "extract/reading/limits.hpp"
#include "extract/reading/text_builder.hpp"
#include "tests/catch.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("entente-reading-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, std::string_view bytes) const {
        std::ofstream{path / name, std::ios::binary} << bytes;
        return (path / name).string();
    }
};

struct Result {
    std::vector<Article> articles;
    std::vector<Problem> problems;
};

Result read(const std::string& input, const ReadOptions& options = {}) {
    Result result;
    read_input(
        input, options, [&](Article article) { result.articles.push_back(std::move(article)); },
        [&](Problem problem) { result.problems.push_back(std::move(problem)); });
    return result;
}

}  // namespace

TEST_CASE("a bad line of JSONL is named and the others are read", "[reading]") {
    const Folder folder;
    const auto file = folder.write(
        "a.jsonl",
        "{\"id\": 7, \"text\": \"Norway thanked Sweden.\", \"date\": \"2024-05-01\"}\n"
        "this is no JSON\n"
        "{\"title\": \"no text\"}\n"
        "\n"
        "{\"text\": \"x\", \"date\": \"soon\"}\n"
        "{\"text\": 7}\n"
        "{\"id\": \"b\", \"html\": \"<p>Sweden thanked Norway for its help.</p>\", \"language\": null}");
    const auto result = read(file);
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles[0].id == "7");
    CHECK(to_string(result.articles[0].published.value()) == "2024-05-01");
    CHECK(result.articles[1].text == "Sweden thanked Norway for its help.");
    REQUIRE(result.problems.size() == 4);
    CHECK(to_string(result.problems[3]) ==
          file + ":6: \"text\" must be a string: put it in quotes, as in \"text\": \"…\"");
    CHECK(result.problems[0].line == 2);
    CHECK(result.problems[1].line == 3);
    CHECK(result.problems[2].line == 5);
    CHECK_THAT(to_string(result.problems[0]), Catch::StartsWith(file + ":2: no JSON"));
}

TEST_CASE("what cannot be read gets one line and the rest of the folder is read", "[reading]") {
    const Folder folder;
    folder.write("a-empty.txt", "");
    folder.write("b-broken.txt", "Norway \xC3\x28 Sweden met.");
    folder.write("c-binary.txt", std::string_view{"\x7F"
                                                  "ELF\0\0",
                                                  6});
    folder.write("d-good.txt", "Norway and Sweden met.");
    folder.write("e-nul.html", std::string_view{"<p>\0</p>", 8});
    folder.write(".hidden", "not read");
    std::filesystem::create_symlink("gone.txt", folder.path / "link.txt");
    const auto result = read(folder.path.string());
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].text == "Norway and Sweden met.");
    REQUIRE(result.problems.size() == 5);
    CHECK(to_string(result.problems[0]) ==
          (folder.path / "link.txt").string() +
              ": is a link that leads nowhere: No such file or directory; mend or remove it");
    CHECK_THAT(result.problems[2].message, Catch::Contains("byte 7 (line 1)"));
    CHECK(read((folder.path / "none").string()).problems.size() == 1);
}

TEST_CASE("what a browser keeps beside a saved page, and stores, are no articles of a folder", "[reading]") {
    const Folder folder;
    fs::create_directories(folder.path / "page_files");
    folder.write("page.html", "<p>Norway thanked Sweden for its help.</p>");
    for (const char* name :
         {"page_files/site.css", "page_files/run.js", "page_files/flag.PNG", "news.db-wal"}) {
        folder.write(name, "body { color: Norway; }");
    }
    const auto result = read(folder.path.string());
    CHECK(result.articles.size() == 1);
    CHECK(result.problems.empty());
    CHECK(read((folder.path / "page_files").string()).problems.at(0).message ==
          "is a folder without articles");
    CHECK(read((folder.path / "page_files/site.css").string()).articles.size() == 1);  // who asks gets it
}

TEST_CASE("addresses are said not to be fetched", "[reading]") {
    CHECK_THAT(read("https://example.org/a").problems.at(0).message, Catch::Contains("not fetched"));
}

TEST_CASE("a line of 100 MB is passed over without holding it", "[reading]") {
    const Folder folder;
    const auto file = folder.path / "long.jsonl";
    {
        std::ofstream out{file, std::ios::binary};
        const std::string block(1 << 20, 'x');
        for (std::size_t i = 0; i < (limits::line_bytes >> 20) + 2; ++i) {
            out << block;
        }
        out << "\n{\"text\": \"Norway and Sweden met.\"}\n";
    }
    const auto result = read(file.string());
    CHECK(result.articles.size() == 1);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].line == 1);
}

TEST_CASE("gzip is unpacked, up to a limit", "[reading]") {
    const Folder folder;
    const auto pack = [&](const std::string& name, std::size_t megabytes, std::string_view text) {
        const auto path = (folder.path / name).string();
        gzFile file = gzopen(path.c_str(), "wb");
        gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        const std::string block(1 << 20, ' ');
        for (std::size_t i = 0; i < megabytes; ++i) {
            gzwrite(file, block.data(), static_cast<unsigned>(block.size()));
        }
        gzclose(file);
        return path;
    };
    CHECK(read(pack("a.txt.gz", 0, "Norway and Sweden met.")).articles.at(0).text ==
          "Norway and Sweden met.");
    const auto bomb = read(pack("b.txt.gz", 64, "x"));
    CHECK(bomb.articles.empty());
    REQUIRE(bomb.problems.size() == 1);
    CHECK_THAT(bomb.problems[0].message, Catch::Contains("longer than"));
    std::string cut;
    {
        std::ifstream in{folder.path / "b.txt.gz", std::ios::binary};
        cut.resize(100);
        in.read(cut.data(), 100);
    }
    CHECK_THAT(read(folder.write("c.txt.gz", cut)).problems.at(0).message, Catch::Contains("gzip"));
}

TEST_CASE("old encodings are read where they are declared", "[reading]") {
    const Folder folder;
    const auto html = folder.write(
        "a.html",
        "<meta charset=windows-1252><p>Servi\xEB dankte Kroati\xEB voor de lange samenwerking.</p>");
    const auto result = read(html);
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].text == "Servië dankte Kroatië voor de lange samenwerking.");
    const auto& article = result.articles[0];
    const std::size_t begin = article.text.find("Kroatië");
    CHECK(map_offset(article.origins, begin) ==
          std::string{"<meta charset=windows-1252><p>Servi\xEB dankte "}.size());
    ReadOptions options;
    options.encoding = "windows-1252";
    CHECK(read(folder.write("b.txt", "Servi\xEB dankte."), options).articles.at(0).text == "Servië dankte.");
}

TEST_CASE("the items of feeds are articles", "[reading]") {
    const Folder folder;
    const auto rss = folder.write(
        "a.rss",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>World</title><language>en-GB</language>"
        "<item><title>Norway thanks Sweden</title><link>https://w.example/1</link><guid>g1</guid>"
        "<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;Norway thanked "
        "Sweden.&lt;/p&gt;</description>"
        "</item><item></item></channel></rss>");
    const auto result = read(rss);
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].id == "g1");
    CHECK(result.articles[0].text == "Norway thanked Sweden.");
    CHECK(result.articles[0].publisher == "World");
    CHECK(result.articles[0].language == "en");
    CHECK(to_string(result.articles[0].published.value()) == "2024-05-01");
    CHECK(result.problems.size() == 1);
    const auto atom = folder.write(
        "b.atom",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>W</title><entry><id>e1</id><title>T</title>"
        "<link href=\"https://w.example/2\"/><updated>2024-05-02T00:00:00Z</updated><summary>Sweden met "
        "Norway.</summary>"
        "</entry></feed>");
    CHECK(read(atom).articles.at(0).url == "https://w.example/2");
    const auto bomb = folder.write(
        "c.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;&b;</title>"
        "</item></channel></rss>");
    for (const auto& article : read(bomb).articles) {
        CHECK(article.text.find("root:") == std::string::npos);
    }
    CHECK(read(folder.write("d.xml", "<rss><channel>")).problems.size() == 1);
}

TEST_CASE("a web archive gives its pages", "[reading]") {
    const Folder folder;
    const std::string http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        "<html lang=en><p>Norway and Sweden signed a treaty about the fish of the North Sea on Tuesday in "
        "Oslo.</p></html>";
    const std::string record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://w.example/3\r\nWARC-Date: "
        "2024-05-03T10:00:00Z\r\nContent-Length: " +
        std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
    const auto result = read(folder.write(
        "a.warc",
        record + "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n" + record));
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles[0].url == "https://w.example/3");
    CHECK(result.problems.empty());
    CHECK(read(folder.write("b.warc", record.substr(0, record.size() - 40))).problems.size() == 1);
}

TEST_CASE("the page's own claims about itself win over the user's", "[reading]") {
    const Folder folder;
    ReadOptions options;
    options.date = parse_day("2020-01-01");
    options.publisher = "Mine";
    const auto text = read(folder.write("a.txt", "Norway and Sweden met."), options);
    CHECK(text.articles.at(0).published == options.date);
    CHECK(text.articles.at(0).publisher == "Mine");
    const auto json =
        read(folder.write("a.jsonl", "{\"text\": \"x y\", \"date\": \"2024-05-01\", \"publisher\": \"P\"}"),
             options);
    CHECK(to_string(json.articles.at(0).published.value()) == "2024-05-01");
    CHECK(json.articles.at(0).publisher == "P");
}

TEST_CASE("a dateline's date is the article's", "[reading]") {
    const Folder folder;
    ReadOptions options;
    options.date = parse_day("2020-01-01");
    const auto result =
        read(folder.write("a.txt", "Envoys leave\n\nYEREVAN, 13 September 2022 (Reuters) - They left.\n"),
             options);
    CHECK(to_string(result.articles.at(0).published.value()) == "2022-09-13");
    CHECK(result.articles.at(0).text == "Envoys leave\nThey left.");
}

TEST_CASE("messages show control characters of file names harmlessly", "[reading]") {
    CHECK(to_string(Problem{"a\x1b[31m.txt", 3, "bad\nline"}) == "a\\x1b[31m.txt:3: bad\\x0aline");
}
