#include "extract/reading/input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <unistd.h>
#include <zlib.h>

namespace entente {

void Input::CloseGzip::operator()(void* file) const noexcept { gzclose(static_cast<gzFile>(file)); }

Input::Input(const std::string& path) {
    errno = 0;
    gzFile file = path == "-" ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(path.c_str(), "rb");
    if (file == nullptr) {
        throw InputError(std::string{"cannot be opened: "} + std::strerror(errno == 0 ? ENOMEM : errno));
    }
    file_.reset(file);
    gzbuffer(file, block_bytes);
}

bool Input::fill() {
    if (ended_) {
        return false;
    }
    buffer_.erase(0, position_);
    position_ = 0;
    const std::size_t had = buffer_.size();
    buffer_.resize(had + block_bytes);
    errno = 0;
    const auto file = static_cast<gzFile>(file_.get());
    const int got = gzread(file, buffer_.data() + had, static_cast<unsigned>(block_bytes));
    buffer_.resize(had + static_cast<std::size_t>(std::max(got, 0)));
    if (got <= 0) {
        ended_ = true;
        int code = Z_OK;
        const char* message = gzerror(file, &code);
        if (code == Z_ERRNO) {
            throw InputError(std::string{"cannot be read: "} + std::strerror(errno));
        }
        if (code != Z_OK && code != Z_STREAM_END) {
            throw InputError(std::string{"is damaged gzip data: "} + message + "; fetch it again");
        }
    }
    return got > 0;
}

std::string_view Input::peek(std::size_t count) {
    while (buffer_.size() - position_ < count && fill()) {
    }
    return std::string_view{buffer_}.substr(position_, count);
}

std::string Input::take(std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) {
        if (position_ == buffer_.size() && !fill()) {
            break;
        }
        const std::size_t step = std::min(count - bytes.size(), buffer_.size() - position_);
        bytes.append(buffer_, position_, step);
        position_ += step;
    }
    return bytes;
}

bool Input::take_line(std::string& line, std::size_t limit, bool& too_long) {
    line.clear();
    too_long = false;
    bool any = false;
    while (position_ < buffer_.size() || fill()) {
        any = true;
        const auto newline = buffer_.find('\n', position_);
        const std::size_t end = newline == std::string::npos ? buffer_.size() : newline;
        const std::size_t room = limit - line.size();
        too_long = too_long || end - position_ > room;
        line.append(buffer_, position_, std::min(end - position_, room));
        position_ = newline == std::string::npos ? end : end + 1;
        if (newline != std::string::npos) {
            break;
        }
    }
    return any;
}

}  // namespace entente
