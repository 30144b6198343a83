#pragma once

#include "extract/reading/input.hpp"
#include "extract/reading/reading.hpp"

namespace entente {

/// The HTML and plain-text responses of a web archive (WARC 1.0 and 1.1, ISO 28500), each a page named by its
/// address; its date is the day of retrieval, from which relative stamps are counted. Other records are
/// passed over; a record longer than limits::page_bytes is a problem. Throws InputError.
void read_warc(Input& input, const std::string& name, const ReadOptions& options, const ArticleSink& sink,
               const ProblemSink& problem);

}  // namespace entente
