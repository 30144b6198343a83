#pragma once

#include "extract/reading/html.hpp"
#include "extract/reading/html_dom.hpp"

namespace entente::html {

/// What the page's head and its JSON-LD say.
PageMetadata page_metadata(const GumboNode* root);

/// The first <time datetime> below `node` that holds a date, if there is one.
std::optional<Day> time_element(const GumboNode* node);

}  // namespace entente::html
