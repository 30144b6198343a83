#include "extract/language/gzip.hpp"

#include <array>
#include <memory>
#include <stdexcept>

#include <zlib.h>

namespace entente {

namespace {

struct CloseGzip {
    void operator()(gzFile_s* file) const noexcept { gzclose(file); }
};

}  // namespace

std::string read_gzip(const std::filesystem::path& file) {
    const std::unique_ptr<gzFile_s, CloseGzip> handle(gzopen(file.c_str(), "rb"));
    if (!handle) throw std::runtime_error(file.string() + ": cannot be read");
    std::string bytes;
    std::array<char, 1 << 16> buffer;
    int count = 0;
    while ((count = gzread(handle.get(), buffer.data(), buffer.size())) > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    if (count < 0) throw std::runtime_error(file.string() + ": is damaged");
    return bytes;
}

}  // namespace entente
