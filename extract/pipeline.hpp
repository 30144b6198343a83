#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "extract/reading/reading.hpp"

namespace entente {

/// Reads `inputs` one after the other (see read_input), extracts the claims of their articles on `threads`
/// threads (0: one per core), and hands each article with its claims to `sink`, on the calling thread and in
/// the order of the inputs, whatever the number of threads. What cannot be read goes to `problem`. Holds a
/// few hundred articles at a time. Throws what the sinks throw.
void extract_inputs(std::span<const std::string> inputs, const ReadOptions& options,
                    const Extractor& extractor, unsigned threads,
                    const std::function<void(const Article&, std::vector<Claim>)>& sink,
                    const ProblemSink& problem);

}  // namespace entente
