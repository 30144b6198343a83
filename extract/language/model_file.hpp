#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/model_error.hpp"

namespace entente {

/// The container of all model files, little-endian:
///
///     8 bytes   magic: which method reads the sections ("ENTPERC1", …); the last character is its version
///     u32       version of this container (1)
///     u32       number of sections
///     per section: 24 bytes name (padded with zeros), u64 offset in the file, u64 size in bytes
///     the sections, each beginning at a multiple of 64 bytes
///
/// The section "meta" is text, one `key<TAB>value` per line; `language` ("nl") and `name` ("nl-2026.11") are
/// always there.
///
/// A ModelFile is an open file, mapped read-only. Moving it does not move the bytes. Threads may share one.
class ModelFile {
 public:
    /// Throws ModelError if the file is missing or is no such container, or if a section lies outside of it.
    static ModelFile open(const std::filesystem::path& file);

    const std::filesystem::path& path() const { return path_; }
    const std::string& magic() const { return magic_; }

    /// The bytes of section `name`, valid as long as this ModelFile. Throws ModelError if there is none.
    std::span<const std::byte> section(std::string_view name) const;
    bool has_section(std::string_view name) const;

    /// The section as an array of T. Throws ModelError if its size is no multiple of T's.
    template <class T>
    std::span<const T> array(std::string_view name) const {
        const std::span<const std::byte> bytes = section(name);
        if (bytes.size() % sizeof(T) != 0)
            throw damaged("section '" + std::string(name) + "' has a wrong size");
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }

    /// The section as text.
    std::string_view text(std::string_view name) const;

    /// The value of `key` in the section "meta"; empty if it has none.
    std::string meta(std::string_view key) const;

    /// A ModelError that names this file: `problem` and how to mend it.
    ModelError damaged(const std::string& problem) const;

 private:
    struct Unmap {
        std::size_t size;
        void operator()(const std::byte* bytes) const noexcept;
    };
    std::filesystem::path path_;
    std::string magic_;
    std::unique_ptr<const std::byte, Unmap> bytes_;
    std::map<std::string, std::span<const std::byte>, std::less<>> sections_;
};

/// Gathers sections and writes them as a ModelFile. The bytes depend on nothing but what was added.
class ModelFileWriter {
 public:
    /// `magic` has 8 characters.
    explicit ModelFileWriter(std::string magic);

    /// Adds a section; names have 1 to 23 characters and differ.
    void add(std::string name, std::span<const std::byte> bytes);
    void add(std::string name, std::string_view text);
    template <class T>
    void add_array(std::string name, const std::vector<T>& values) {
        add(std::move(name), std::as_bytes(std::span(values)));
    }
    /// Adds a line to the section "meta".
    void meta(const std::string& key, const std::string& value);

    /// Writes beside `file` and renames over it, so that a reader sees the old or the new file whole. Throws
    /// ModelError if the disk does not take it.
    void write(const std::filesystem::path& file) const;

 private:
    std::string magic_;
    std::string meta_;
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections_;
};

}  // namespace entente
