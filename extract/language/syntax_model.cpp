#include "extract/language/syntax_model.hpp"

#include <array>

#include "extract/language/neural/model_data.hpp"
#include "extract/language/neural/neural_model.hpp"
#include "extract/language/perceptron/perceptron_model.hpp"

namespace entente {

namespace {

struct Method {
    std::string_view magic;
    std::unique_ptr<SyntaxModel> (*load)(ModelFile file);
};

constexpr std::array methods = {
    Method{neural::model_magic, load_neural_model},
    Method{perceptron_magic, load_perceptron_model},
};

}  // namespace

std::unique_ptr<SyntaxModel> load_syntax_model(ModelFile file) {
    for (const Method& method : methods) {
        if (file.magic() == method.magic) return method.load(std::move(file));
    }
    throw file.damaged("is of a kind or version that this program does not know");
}

std::unique_ptr<SyntaxModel> load_syntax_model(const std::filesystem::path& file) {
    return load_syntax_model(ModelFile::open(file));
}

}  // namespace entente
