#include "tests/export/export_test.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

namespace entente::test {

std::vector<std::string> nasty_strings() {
    std::ifstream file("export/nasty_strings.txt");
    std::vector<std::string> strings;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] == '"')
            strings.push_back(nlohmann::json::parse(line).get<std::string>());
    }
    std::string long_one;
    for (int i = 0; i < 5000; ++i) long_one += "=very long, ";
    strings.push_back(long_one);
    strings.push_back("broken \xC3 \xE2\x82 \xF5\x80\x80\x80 \xED\xA0\x80 \x80 utf-8 \xF0\x9F");
    strings.emplace_back();
    return strings;
}

std::string written(std::string_view format, const Selection& selection, const ExportOptions& options) {
    std::ostringstream out;
    write(*find_format(format), out, selection, options);
    return out.str();
}

std::string run(const std::string& command, const std::string& input, int& status) {
    namespace fs = std::filesystem;
    std::string path = (fs::temp_directory_path() / "entente_test_XXXXXX").string();
    const int descriptor = mkstemp(path.data());
    if (descriptor < 0) throw std::runtime_error("cannot make " + path);
    close(descriptor);
    std::ofstream(path, std::ios::binary) << input;
    std::string filled = command;
    for (std::size_t at = 0; (at = filled.find("{}", at)) != std::string::npos; at += path.size()) {
        filled.replace(at, 2, path);
    }
    std::string output;
    if (FILE* pipe = popen(filled.c_str(), "r")) {
        std::array<char, 4096> buffer{};
        for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            output.append(buffer.data(), n);
        const int ended = pclose(pipe);
        status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    } else {
        status = -1;
    }
    fs::remove(path);
    return output;
}

bool available(const std::string& probe) { return std::system((probe + " >/dev/null 2>&1").c_str()) == 0; }

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t number = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size())
        ++number;
    return number;
}

}  // namespace entente::test
