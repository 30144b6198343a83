#include "extract/language/neural/trainer/gradients.hpp"

#include <cmath>

#include "tests/catch.hpp"
#include "tests/language/neural/toy_treebank.hpp"

using namespace entente;
using namespace entente::neural;

namespace {

Dimensions small_dimensions(const Vocabulary& vocabulary) {
    Dimensions d;
    d.word = d.gram = d.hidden = d.tag = d.arc = d.relation = 16;
    d.layers = 3;
    d.tag_layer = 2;
    d.features = static_cast<std::uint32_t>(vocabulary.features.size());
    d.scripts = static_cast<std::uint32_t>(vocabulary.predicted_scripts);
    d.relations = static_cast<std::uint32_t>(vocabulary.relations.size());
    return d;
}

}  // namespace

TEST_CASE("back-propagation gives the slope of the loss", "[language][neural]") {
    TrainingData data = prepare(toy_treebank(4), true);
    data.styles[1] = 2;
    const Dimensions d = small_dimensions(data.vocabulary);
    REQUIRE(d.scripts > 0);
    Parameters parameters(d, data.vocabulary, 7);
    for (float& value : parameters.dense) value *= 1.5F;
    GradientComputer computer(d);
    const std::vector<std::uint32_t> batch = {0, 1, 2, 3};
    const auto loss = [&](Parameters& at) {
        return computer.run(data, batch, Dropout{}, LossWeights{}, Random(3), at);
    };
    loss(parameters);

    // Along the gradient of each tensor, by a central difference.
    const auto check = [&](const std::string& name, Floats Parameters::*values_of,
                           VectorTable Parameters::*table_of, const Floats& gradient, std::size_t offset,
                           std::size_t size) {
        double square = 0;
        for (std::size_t i = 0; i < size; ++i) {
            square += static_cast<double>(gradient[offset + i]) * gradient[offset + i];
        }
        CAPTURE(name);
        REQUIRE(square > 0);
        const double length = 5e-3 / std::sqrt(square);
        double losses[2];
        for (const int side : {0, 1}) {
            Parameters moved(d, data.vocabulary, 7);
            moved.dense = parameters.dense;
            Floats& values = values_of != nullptr ? moved.*values_of : (moved.*table_of).values;
            for (std::size_t i = 0; i < size; ++i) {
                values[offset + i] +=
                    static_cast<float>((side == 0 ? -length : length) * gradient[offset + i]);
            }
            losses[side] = loss(moved);
        }
        CHECK((losses[1] - losses[0]) / (2 * length) == Approx(square).epsilon(0.03));
    };
    std::vector<const Tensor*> tensors = parameters.layout.exact();
    const std::vector<const Tensor*> large = parameters.layout.large();
    tensors.insert(tensors.end(), large.begin(), large.end());
    for (const Tensor* tensor : tensors) {
        check(tensor->name, &Parameters::dense, nullptr, parameters.dense_gradient, tensor->offset,
              tensor->size());
    }
    check("words", nullptr, &Parameters::words, parameters.words.gradient, 0,
          parameters.words.gradient.size());
    check("grams", nullptr, &Parameters::grams, parameters.grams.gradient, 0,
          parameters.grams.gradient.size());
}

TEST_CASE("a model that leans wholly to a style of words reads all sentences as those of that style",
          "[language][neural]") {
    TrainingData data = prepare(toy_treebank(4), true);
    const Dimensions d = small_dimensions(data.vocabulary);
    Parameters parameters(d, data.vocabulary, 7);
    for (std::size_t i = 0; i < d.word; ++i)
        parameters.styles.values[2 * d.input() + i] = 0.1F * static_cast<float>(i % 7);
    GradientComputer computer(d);
    const auto loss = [&](Parameters at, std::uint8_t style) {
        data.styles.assign(data.styles.size(), style);
        const std::vector<std::uint32_t> batch = {0, 1, 2, 3};
        const Dropout none{0, 0, 0, 0, 0};
        return computer.run(data, batch, none, LossWeights{}, Random(3), at);
    };
    const double in_style = loss(parameters, 2);
    CHECK(loss(leaning(parameters, 2, 1), 0) == Approx(in_style));
    CHECK(loss(leaning(parameters, 2, 0), 0) == Approx(loss(parameters, 0)));
    CHECK(loss(parameters, 0) != Approx(in_style));
}
