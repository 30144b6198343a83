#include "export/tar.hpp"

#include <array>
#include <cassert>
#include <cstdio>
#include <cstring>
#include <ostream>
#include <streambuf>
#include <string>

namespace entente {
namespace {

constexpr std::size_t block = 512;

/// Counts what is written to it.
class CountingBuffer : public std::streambuf {
 public:
    std::size_t count() const { return count_; }

 protected:
    int_type overflow(int_type c) override {
        ++count_;
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char*, std::streamsize n) override {
        count_ += static_cast<std::size_t>(n);
        return n;
    }

 private:
    std::size_t count_ = 0;
};

}  // namespace

void add_to_tar(std::ostream& out, std::string_view name, const std::function<void(std::ostream&)>& write) {
    assert(name.size() < 100);
    CountingBuffer counter;
    std::ostream counted(&counter);
    write(counted);
    const std::size_t size = counter.count();

    std::array<char, block> header{};
    std::memcpy(header.data(), name.data(), name.size());
    std::snprintf(header.data() + 100, 8, "%07o", 0644u);
    std::snprintf(header.data() + 108, 8, "%07o", 0u);
    std::snprintf(header.data() + 116, 8, "%07o", 0u);
    std::snprintf(header.data() + 124, 12, "%011zo", size);  // up to 8 GiB
    std::snprintf(header.data() + 136, 12, "%011o", 0u);
    std::memset(header.data() + 148, ' ', 8);
    header[156] = '0';
    std::memcpy(header.data() + 257, "ustar\00000", 8);
    unsigned sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    std::snprintf(header.data() + 148, 8, "%06o", sum);
    header[155] = ' ';

    out.write(header.data(), block);
    write(out);
    const std::string padding((block - size % block) % block, '\0');
    out.write(padding.data(), static_cast<std::streamsize>(padding.size()));
}

void end_tar(std::ostream& out) {
    const std::string empty(2 * block, '\0');
    out.write(empty.data(), static_cast<std::streamsize>(empty.size()));
}

}  // namespace entente
