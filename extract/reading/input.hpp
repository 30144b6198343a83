#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

namespace entente {

/// A file cannot be opened or read on. `what()` says why, without the file's name.
class InputError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// The bytes of a file or of standard input ("-"), unpacked where they are gzip (RFC 1952, any number of
/// members). Reads ahead in blocks; never holds more than was asked for plus one block.
class Input {
 public:
    /// Throws InputError.
    explicit Input(const std::string& path);

    /// What `peek` may ask for at most.
    static constexpr std::size_t block_bytes = std::size_t{64} * 1024;

    /// The next bytes without taking them: at most `count`, fewer only at the end. Valid until the next call.
    /// Throws InputError.
    std::string_view peek(std::size_t count);

    /// Takes up to `count` bytes; fewer only at the end. Throws InputError.
    std::string take(std::size_t count);

    /// Takes everything up to and including the next '\n', or the end; the '\n' is not returned. Bytes beyond
    /// `limit` are passed over, and `too_long` is set. Returns false at the end of the input. Throws
    /// InputError.
    bool take_line(std::string& line, std::size_t limit, bool& too_long);

 private:
    struct CloseGzip {
        void operator()(void* file) const noexcept;
    };
    bool fill();

    std::unique_ptr<void, CloseGzip> file_;
    std::string buffer_;
    std::size_t position_ = 0;
    bool ended_ = false;
};

}  // namespace entente
