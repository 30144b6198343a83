#include "extract/language/model_file.hpp"

#include <cassert>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente {

namespace {

constexpr std::uint32_t container_version = 1;
constexpr std::size_t magic_size = 8;
constexpr std::size_t name_size = 24;
constexpr std::size_t header_size = magic_size + 2 * sizeof(std::uint32_t);
constexpr std::size_t entry_size = name_size + 2 * sizeof(std::uint64_t);
constexpr std::size_t alignment = 64;

template <class T>
T read(const std::byte* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

template <class T>
void write_value(std::string& out, T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

std::size_t aligned(std::size_t offset) { return (offset + alignment - 1) / alignment * alignment; }

struct CloseDescriptor {
    int descriptor;
    ~CloseDescriptor() { ::close(descriptor); }
};

}  // namespace

void ModelFile::Unmap::operator()(const std::byte* bytes) const noexcept {
    ::munmap(const_cast<std::byte*>(bytes), size);
}

ModelFile ModelFile::open(const std::filesystem::path& file) {
    ModelFile result;
    result.path_ = file;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw ModelError(file.string() +
                         ": cannot be read; set ENTENTE_MODELS to the folder that holds the models");
    }
    const CloseDescriptor close{descriptor};
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) throw result.damaged("is no file");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size < header_size) throw result.damaged("is no model file");
    void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (mapped == MAP_FAILED) throw result.damaged("cannot be mapped into memory");
    const auto* bytes = static_cast<const std::byte*>(mapped);
    result.bytes_ = std::unique_ptr<const std::byte, Unmap>(bytes, Unmap{size});

    result.magic_.assign(reinterpret_cast<const char*>(bytes), magic_size);
    if (read<std::uint32_t>(bytes + magic_size) != container_version) {
        throw result.damaged("is no model file, or of another version");
    }
    const std::size_t sections = read<std::uint32_t>(bytes + magic_size + sizeof(std::uint32_t));
    if (sections > (size - header_size) / entry_size) throw result.damaged("is cut short");
    for (std::size_t index = 0; index < sections; ++index) {
        const std::byte* entry = bytes + header_size + index * entry_size;
        const char* name = reinterpret_cast<const char*>(entry);
        const auto offset = read<std::uint64_t>(entry + name_size);
        const auto length = read<std::uint64_t>(entry + name_size + sizeof(std::uint64_t));
        if (offset % alignment != 0 || offset > size || length > size - offset) {
            throw result.damaged("is cut short");
        }
        result.sections_[std::string(name, ::strnlen(name, name_size))] = {bytes + offset, length};
    }
    return result;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
    const auto found = sections_.find(name);
    if (found == sections_.end()) throw damaged("has no section '" + std::string(name) + "'");
    return found->second;
}

bool ModelFile::has_section(std::string_view name) const { return sections_.find(name) != sections_.end(); }

std::string_view ModelFile::text(std::string_view name) const {
    const std::span<const std::byte> bytes = section(name);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string ModelFile::meta(std::string_view key) const {
    std::string_view rest = text("meta");
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (tab != std::string_view::npos && line.substr(0, tab) == key)
            return std::string(line.substr(tab + 1));
    }
    return {};
}

ModelError ModelFile::damaged(const std::string& problem) const {
    return ModelError{path_.string() + ": " + problem + "; install the models again, or train it anew"};
}

ModelFileWriter::ModelFileWriter(std::string magic) : magic_(std::move(magic)) {
    assert(magic_.size() == magic_size);
}

void ModelFileWriter::add(std::string name, std::span<const std::byte> bytes) {
    assert(!name.empty() && name.size() < name_size);
    sections_.emplace_back(std::move(name), std::vector<std::byte>(bytes.begin(), bytes.end()));
}

void ModelFileWriter::add(std::string name, std::string_view text) {
    add(std::move(name), std::as_bytes(std::span(text.data(), text.size())));
}

void ModelFileWriter::meta(const std::string& key, const std::string& value) {
    meta_ += key + '\t' + value + '\n';
}

void ModelFileWriter::write(const std::filesystem::path& file) const {
    ModelFileWriter all = *this;
    all.add("meta", meta_);
    std::string out = magic_;
    write_value(out, container_version);
    write_value(out, static_cast<std::uint32_t>(all.sections_.size()));
    std::size_t offset = aligned(header_size + all.sections_.size() * entry_size);
    for (const auto& [name, bytes] : all.sections_) {
        std::string padded = name;
        padded.resize(name_size, '\0');
        out += padded;
        write_value(out, static_cast<std::uint64_t>(offset));
        write_value(out, static_cast<std::uint64_t>(bytes.size()));
        offset = aligned(offset + bytes.size());
    }
    for (const auto& [name, bytes] : all.sections_) {
        out.resize(aligned(out.size()), '\0');
        out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    const std::filesystem::path beside = file.string() + ".new";
    std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
    stream.write(out.data(), static_cast<std::streamsize>(out.size()));
    stream.close();
    if (!stream) throw ModelError(beside.string() + ": cannot be written; is there room on the disk?");
    std::filesystem::rename(beside, file);
}

}  // namespace entente
