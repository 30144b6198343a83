#include "extract/language/neural/trainer/gradients.hpp"

#include <algorithm>
#include <cmath>

namespace entente::neural {

namespace {

void fill_mask(Floats& mask, std::size_t size, float drop, Random& random) {
    mask.resize(size);
    const float kept = 1.0F / (1.0F - drop);
    const auto limit = static_cast<std::uint64_t>(drop * 65536.0F);
    for (std::size_t i = 0; i < size; i += 4) {  // four values of 16 bits from each random number
        std::uint64_t bits = random.next();
        for (std::size_t j = i; j < std::min(size, i + 4); ++j, bits >>= 16) {
            mask[j] = (bits & 0xFFFF) < limit ? 0.0F : kept;
        }
    }
}

void multiply_in(Floats& values, const Floats& factors) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] *= factors[i];
}

/// The gradient through dropout and leaky_rectify, from their result (whose sign is that of the input).
void rectify_gradient(Floats& gradient, const Floats& results, const Floats& mask) {
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        gradient[i] *= mask[i] * (results[i] > 0.0F ? 1.0F : 0.1F);
    }
}

/// Cross-entropy of softmax: `scores` becomes its gradient times `weight`; columns from `count` to `padded`
/// become zero. Returns the loss without weight.
double softmax_loss(float* scores, std::size_t count, std::size_t padded_count, std::size_t gold,
                    float weight) {
    float best = scores[0];
    for (std::size_t i = 1; i < count; ++i) best = std::max(best, scores[i]);
    const double gold_score = scores[gold];
    kernels().exponential(scores, best, padded_count);
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += scores[i];
    const float factor = weight / static_cast<float>(sum);
    for (std::size_t i = 0; i < count; ++i) scores[i] *= factor;
    for (std::size_t i = count; i < padded_count; ++i) scores[i] = 0.0F;
    scores[gold] -= weight;
    return std::log(sum) + best - gold_score;
}

}  // namespace

void VectorTable::resize(std::size_t rows, std::size_t column_count) {
    columns = column_count;
    values.assign(rows * columns, 0.0F);
    gradient.assign(rows * columns, 0.0F);
    is_touched.assign(rows, false);
}

void VectorTable::add_gradient(std::uint32_t row, const float* gradient_row, float factor) {
    if (!is_touched[row]) {
        is_touched[row] = true;
        touched.push_back(row);
    }
    float* target = gradient.data() + row * columns;
    for (std::size_t i = 0; i < columns; ++i) target[i] += factor * gradient_row[i];
}

Parameters::Parameters(const Dimensions& d, const Vocabulary& vocabulary, std::uint64_t seed)
    : dimensions(d), layout(d), dense(layout.size, 0.0F), dense_gradient(layout.size, 0.0F) {
    Random random(seed, 1);
    const auto uniform = [&random](float* values, std::size_t count, float range) {
        for (std::size_t i = 0; i < count; ++i) values[i] = (2.0F * random.uniform() - 1.0F) * range;
    };
    std::vector<const Tensor*> tensors = layout.exact();
    const std::vector<const Tensor*> large = layout.large();
    tensors.insert(tensors.end(), large.begin(), large.end());
    for (const Tensor* tensor : tensors) {
        if (tensor->rows == 1 && !tensor->name.starts_with("root.")) continue;  // biases
        const auto fans = static_cast<float>(tensor->rows + tensor->columns);
        float range = std::sqrt(6.0F / fans);
        if (tensor->name.starts_with("lstm")) {
            const bool recurrent = tensor->name.ends_with("ward");
            range = std::sqrt(6.0F / static_cast<float>(tensor->rows + (recurrent ? d.hidden : d.output())));
            range *= recurrent ? 0.7F : 1.0F;
        }
        if (tensor->name == "arc" || tensor->name == "distance") range *= 0.3F;
        if (tensor->name.starts_with("root.")) range = 0.3F;
        uniform(dense.data() + tensor->offset, tensor->size(), range);
    }
    for (const Layout::Lstm& layer : layout.lstm) {  // forget gates begin open
        for (const std::size_t part : {1U, 5U}) {
            std::fill_n(dense.data() + layer.bias.offset + part * d.hidden, d.hidden, 1.0F);
        }
    }
    words.resize(vocabulary.words.size() + 1, d.word);
    uniform(words.values.data(), words.values.size(), 0.25F);
    grams.resize(vocabulary.grams.size(), d.gram);
    uniform(grams.values.data(), grams.values.size(), 0.25F);
    styles.resize(style_count, d.input());
}

Parameters leaning(Parameters parameters, std::size_t style, float share) {
    const float* part = parameters.styles.values.data() + style * parameters.styles.columns;
    for (VectorTable* table : {&parameters.words, &parameters.grams}) {
        for (std::size_t at = 0; at < table->values.size(); ++at)
            table->values[at] += share * part[at % table->columns];
        part += table->columns;
    }
    return parameters;
}

void GradientComputer::weight_gradient(const float* x, std::size_t x_row, const float* dy, std::size_t dy_row,
                                       std::size_t rows, const Tensor& weight, const Tensor* bias) {
    packed_.pack(dy, dy_row, 1, rows, weight.columns);
    multiply(x, 1, x_row, weight.rows, packed_, gradient_ + weight.offset, weight.columns, true);
    if (bias != nullptr) {
        float* sums = gradient_ + bias->offset;
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t i = 0; i < weight.columns; ++i) sums[i] += dy[row * dy_row + i];
        }
    }
}

void GradientComputer::input_gradient(const float* dy, std::size_t dy_row, std::size_t rows,
                                      const Tensor& weight, float* dx, std::size_t dx_row, bool add) {
    packed_.pack(values_ + weight.offset, 1, weight.columns, weight.columns, weight.rows);
    multiply(dy, dy_row, 1, rows, packed_, dx, dx_row, add);
}

double GradientComputer::run(const TrainingData& data, std::span<const std::uint32_t> sentences,
                             const Dropout& dropout, const LossWeights& loss_weights, Random random,
                             Parameters& parameters) {
    std::vector<std::uint32_t> order(sentences.begin(), sentences.end());
    std::ranges::stable_sort(order, [&data](std::uint32_t a, std::uint32_t b) {
        return data.sentences[a].size() > data.sentences[b].size();
    });
    std::vector<std::size_t> lengths;
    for (const std::uint32_t sentence : order) lengths.push_back(data.sentences[sentence].size());
    const Batch batch(lengths);
    tokens_.assign(batch.rows(), nullptr);
    styles_.assign(batch.rows(), 0);
    for (std::size_t s = 0; s < order.size(); ++s) {
        for (std::size_t i = 0; i < lengths[s]; ++i) {
            tokens_[batch.row(s, i)] = &data.sentences[order[s]][i];
            styles_[batch.row(s, i)] = data.styles[order[s]];
        }
    }
    values_ = parameters.dense.data();
    gradient_ = parameters.dense_gradient.data();
    weights_.pack(layout_, values_);
    exact_.pack(layout_, values_);
    embed(data, dropout, random, parameters);
    forward(batch, dropout, random);
    const double loss = tag_loss(batch, loss_weights) + tree_loss(batch, loss_weights);
    backward(batch, parameters);
    embed_backward(data, parameters);
    return loss / static_cast<double>(batch.rows());
}

void GradientComputer::embed(const TrainingData& data, const Dropout& dropout, Random& random,
                             const Parameters& parameters) {
    const std::size_t width = dimensions_.input();
    const std::size_t rows = tokens_.size();
    layers_.resize(dimensions_.layers + 1);
    layers_[0].assign(rows * width, 0.0F);
    word_rows_.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const TrainingForm& form = data.forms[tokens_[row]->form];
        const float unknown = dropout.unknown / (dropout.unknown + static_cast<float>(form.count));
        word_rows_[row] = random.uniform() < unknown ? 0 : form.word;
        float* input = layers_[0].data() + row * width;
        std::copy_n(parameters.words.values.data() + std::size_t{word_rows_[row]} * dimensions_.word,
                    dimensions_.word, input);
        input += dimensions_.word;
        const float share = 1.0F / std::sqrt(static_cast<float>(std::max<std::size_t>(1, form.grams.size())));
        for (const std::uint32_t gram : form.grams) {
            const float* values = parameters.grams.values.data() + std::size_t{gram} * dimensions_.gram;
            for (std::size_t i = 0; i < dimensions_.gram; ++i) input[i] += share * values[i];
        }
    }
    fill_mask(input_mask_, layers_[0].size(), dropout.input, random);
    multiply_in(layers_[0], input_mask_);
    for (std::size_t row = 0; row < rows; ++row) {
        if (styles_[row] == 0) continue;
        const float* style = parameters.styles.values.data() + styles_[row] * width;
        for (std::size_t i = 0; i < width; ++i) layers_[0][row * width + i] += style[i];
    }
}

void GradientComputer::embed_backward(const TrainingData& data, Parameters& parameters) {
    const std::size_t width = dimensions_.input();
    for (std::size_t row = 0; row < tokens_.size(); ++row) {
        if (styles_[row] != 0) {
            parameters.styles.add_gradient(styles_[row], layer_gradients_[0].data() + row * width, 1.0F);
        }
    }
    multiply_in(layer_gradients_[0], input_mask_);
    for (std::size_t row = 0; row < tokens_.size(); ++row) {
        const TrainingForm& form = data.forms[tokens_[row]->form];
        const float* gradient = layer_gradients_[0].data() + row * width;
        parameters.words.add_gradient(word_rows_[row], gradient, 1.0F);
        const float share = 1.0F / std::sqrt(static_cast<float>(std::max<std::size_t>(1, form.grams.size())));
        for (const std::uint32_t gram : form.grams) {
            parameters.grams.add_gradient(gram, gradient + dimensions_.word, share);
        }
    }
}

void GradientComputer::forward(const Batch& batch, const Dropout& dropout, Random& random) {
    const Dimensions& d = dimensions_;
    const std::size_t rows = batch.rows();
    const std::size_t sentences = batch.lengths.size();
    lstm_.resize(d.layers);
    masks_.resize(d.layers);
    for (std::size_t layer = 0; layer < d.layers; ++layer) {
        fill_mask(masks_[layer].outputs, sentences * d.output(), dropout.layer, random);
        fill_mask(masks_[layer].recurrent, sentences * d.output(), dropout.recurrent, random);
        lstm_layer(batch, layers_[layer].data(), layer == 0 ? d.input() : d.output(), d.hidden,
                   weights_.lstm[layer], values_ + layout_.lstm[layer].bias.offset,
                   masks_[layer].recurrent.data(), lstm_[layer]);
        Floats& out = layers_[layer + 1];
        out.resize(rows * d.output());
        for (std::size_t step = 0; step < batch.steps(); ++step) {
            const std::size_t first = batch.offsets[step] * d.output();
            for (std::size_t i = 0; i < batch.counts[step] * d.output(); ++i) {
                out[first + i] = lstm_[layer].outputs[first + i] * masks_[layer].outputs[i];
                if (layer > 0) out[first + i] += layers_[layer][first + i];
            }
        }
    }
    const float* p = values_;
    tag_hidden_.resize(rows * d.tag);
    affine(layers_[d.tag_layer].data(), d.output(), rows, weights_.tag_hidden,
           p + layout_.tag_hidden_bias.offset, tag_hidden_.data(), d.tag);
    leaky_rectify(tag_hidden_);
    fill_mask(tag_mask_, tag_hidden_.size(), dropout.hidden, random);
    multiply_in(tag_hidden_, tag_mask_);
    tag_scores_.resize(rows * d.tag_columns());
    affine(tag_hidden_.data(), d.tag, rows, weights_.tag_output, p + layout_.tag_output_bias.offset,
           tag_scores_.data(), d.tag_columns());

    const std::size_t role_row = 2 * d.arc + 2 * d.relation;
    Floats& roles = roles_.roles;
    roles.resize(rows * role_row);
    affine(layers_[d.layers].data(), d.output(), rows, weights_.roles, p + layout_.roles_bias.offset,
           roles.data(), role_row);
    leaky_rectify(roles);
    fill_mask(role_mask_, roles.size(), dropout.hidden, random);
    multiply_in(roles, role_mask_);
    compute_queries(batch, d, layout_, exact_, roles_);
}

double GradientComputer::tag_loss(const Batch& batch, const LossWeights& loss_weights) {
    const Dimensions& d = dimensions_;
    const std::size_t rows = batch.rows();
    const std::size_t columns = d.tag_columns();
    const float share = 1.0F / static_cast<float>(rows);
    struct Part {
        std::size_t first, count, padded_count;
        float weight;
    };
    const Part parts[] = {
        {0, tag_count, padded(tag_count), loss_weights.upos},
        {d.feature_column(), d.features, padded(d.features), loss_weights.features},
        {d.script_column(), d.scripts, padded(d.scripts), loss_weights.script},
    };
    Floats& scores = tag_scores_;
    double loss = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const TrainingToken& token = *tokens_[row];
        const std::int32_t gold[] = {token.upos, token.features, token.script};
        for (std::size_t i = 0; i < std::size(parts); ++i) {
            const Part& part = parts[i];
            float* values = scores.data() + row * columns + part.first;
            if (gold[i] < 0) {
                std::fill_n(values, part.padded_count, 0.0F);
                continue;
            }
            loss += part.weight * softmax_loss(values, part.count, part.padded_count,
                                               static_cast<std::size_t>(gold[i]), part.weight * share);
        }
    }
    tag_gradient_.resize(rows * d.tag);
    weight_gradient(tag_hidden_.data(), d.tag, scores.data(), columns, rows, layout_.tag_output,
                    &layout_.tag_output_bias);
    input_gradient(scores.data(), columns, rows, layout_.tag_output, tag_gradient_.data(), d.tag, false);
    rectify_gradient(tag_gradient_, tag_hidden_, tag_mask_);
    return loss;
}

double GradientComputer::tree_loss(const Batch& batch, const LossWeights& loss_weights) {
    const Dimensions& d = dimensions_;
    const std::size_t rows = batch.rows();
    const std::size_t role_row = 2 * d.arc + 2 * d.relation;
    const std::size_t kinds = exact_.distance.columns;
    const float share = 1.0F / static_cast<float>(rows);
    role_gradient_.assign(rows * role_row, 0.0F);
    query_gradient_.assign(rows * d.arc, 0.0F);
    distance_gradient_.assign(rows * kinds, 0.0F);
    double loss = 0;

    ArcScores scores;
    PackedMatrix packed;
    Floats gradient;
    for (std::size_t s = 0; s < batch.lengths.size(); ++s) {
        const std::size_t length = batch.lengths[s];
        score_arcs(batch, s, d, layout_, exact_, roles_, scores);
        const std::size_t columns = scores.columns;
        for (std::size_t i = 0; i < length; ++i) {
            const std::size_t row = batch.row(s, i);
            float* values = scores.values.data() + i * columns;
            values[i + 1] = -1e9F;  // no token is its own head
            const auto gold = static_cast<std::size_t>(tokens_[row]->head) + 1;
            loss +=
                loss_weights.arc * softmax_loss(values, length + 1, columns, gold, loss_weights.arc * share);
            float* distances = distance_gradient_.data() + row * kinds;
            distances[0] += values[0];
            for (std::size_t j = 0; j < length; ++j) {
                if (j != i) distances[distance_kind(i, j)] += values[j + 1];
            }
        }
        // Scores are queries * headsᵀ.
        gradient.resize((length + 1) * d.arc);
        packed.pack(scores.heads.data(), d.arc, 1, length + 1, d.arc);
        multiply(scores.values.data(), columns, 1, length, packed, gradient.data(), d.arc, false);
        for (std::size_t i = 0; i < length; ++i) {
            std::copy_n(gradient.data() + i * d.arc, d.arc, query_gradient_.data() + batch.row(s, i) * d.arc);
        }
        packed.pack(scores.queries.data(), d.arc, 1, length, d.arc);
        multiply(scores.values.data(), 1, columns, length + 1, packed, gradient.data(), d.arc, false);
        for (std::size_t j = 0; j <= length; ++j) {
            float* target = j == 0 ? gradient_ + layout_.root_arc.offset
                                   : role_gradient_.data() + batch.row(s, j - 1) * role_row + d.arc;
            for (std::size_t i = 0; i < d.arc; ++i) target[i] += gradient[j * d.arc + i];
        }
    }
    // Distance scores are queries * distance.
    weight_gradient(roles_.queries.data(), d.arc, distance_gradient_.data(), kinds, rows, layout_.distance,
                    nullptr);
    input_gradient(distance_gradient_.data(), kinds, rows, layout_.distance, query_gradient_.data(), d.arc,
                   true);
    // Queries are dependents * arc.
    weight_gradient(roles_.roles.data(), role_row, query_gradient_.data(), d.arc, rows, layout_.arc,
                    &layout_.arc_bias);
    input_gradient(query_gradient_.data(), d.arc, rows, layout_.arc, role_gradient_.data(), role_row, true);

    // Relations of the gold arcs.
    Floats dependents(rows * d.relation);
    Floats heads(rows * d.relation);
    std::vector<float*> head_gradients(rows);
    for (std::size_t s = 0; s < batch.lengths.size(); ++s) {
        for (std::size_t i = 0; i < batch.lengths[s]; ++i) {
            const std::size_t row = batch.row(s, i);
            const std::int32_t head = tokens_[row]->head;
            const std::size_t at = 2 * std::size_t{d.arc};
            std::copy_n(roles_.roles.data() + row * role_row + at, d.relation,
                        dependents.data() + row * d.relation);
            const std::size_t head_row = head < 0 ? 0 : batch.row(s, static_cast<std::size_t>(head));
            const float* head_values = head < 0 ? values_ + layout_.root_relation.offset
                                                : roles_.roles.data() + head_row * role_row + at + d.relation;
            head_gradients[row] = head < 0 ? gradient_ + layout_.root_relation.offset
                                           : role_gradient_.data() + head_row * role_row + at + d.relation;
            std::copy_n(head_values, d.relation, heads.data() + row * d.relation);
        }
    }
    Floats products;
    Floats relation_scores;
    score_relations(dependents.data(), heads.data(), rows, d, layout_, exact_, products, relation_scores);
    const std::size_t columns = exact_.relation_head.columns;
    for (std::size_t row = 0; row < rows; ++row) {
        loss += loss_weights.relation *
                softmax_loss(relation_scores.data() + row * columns, d.relations, columns,
                             static_cast<std::size_t>(tokens_[row]->relation), loss_weights.relation * share);
    }
    weight_gradient(dependents.data(), d.relation, relation_scores.data(), columns, rows,
                    layout_.relation_dependent, &layout_.relation_bias);
    weight_gradient(heads.data(), d.relation, relation_scores.data(), columns, rows, layout_.relation_head,
                    nullptr);
    weight_gradient(products.data(), d.relation, relation_scores.data(), columns, rows,
                    layout_.relation_product, nullptr);
    Floats product_gradient(rows * d.relation);
    input_gradient(relation_scores.data(), columns, rows, layout_.relation_product, product_gradient.data(),
                   d.relation, false);
    Floats dependent_gradient(product_gradient);
    Floats head_gradient(product_gradient);
    multiply_in(dependent_gradient, heads);
    multiply_in(head_gradient, dependents);
    input_gradient(relation_scores.data(), columns, rows, layout_.relation_dependent,
                   dependent_gradient.data(), d.relation, true);
    input_gradient(relation_scores.data(), columns, rows, layout_.relation_head, head_gradient.data(),
                   d.relation, true);
    for (std::size_t row = 0; row < rows; ++row) {
        float* target = role_gradient_.data() + row * role_row + 2 * std::size_t{d.arc};
        for (std::size_t i = 0; i < d.relation; ++i) {
            target[i] += dependent_gradient[row * d.relation + i];
            head_gradients[row][i] += head_gradient[row * d.relation + i];
        }
    }
    rectify_gradient(role_gradient_, roles_.roles, role_mask_);
    return loss;
}

void GradientComputer::backward(const Batch& batch, Parameters& parameters) {
    const Dimensions& d = dimensions_;
    const std::size_t rows = batch.rows();
    const std::size_t role_row = 2 * d.arc + 2 * d.relation;
    layer_gradients_.resize(d.layers + 1);
    for (std::size_t layer = 0; layer <= d.layers; ++layer) {
        layer_gradients_[layer].assign(rows * (layer == 0 ? d.input() : d.output()), 0.0F);
    }
    weight_gradient(layers_[d.layers].data(), d.output(), role_gradient_.data(), role_row, rows,
                    layout_.roles, &layout_.roles_bias);
    input_gradient(role_gradient_.data(), role_row, rows, layout_.roles, layer_gradients_[d.layers].data(),
                   d.output(), true);
    weight_gradient(layers_[d.tag_layer].data(), d.output(), tag_gradient_.data(), d.tag, rows,
                    layout_.tag_hidden, &layout_.tag_hidden_bias);
    input_gradient(tag_gradient_.data(), d.tag, rows, layout_.tag_hidden,
                   layer_gradients_[d.tag_layer].data(), d.output(), true);
    for (std::size_t layer = d.layers; layer-- > 0;) layer_backward(batch, layer, parameters);
}

void GradientComputer::layer_backward(const Batch& batch, std::size_t layer, Parameters&) {
    const Dimensions& d = dimensions_;
    const Kernels& kernel = kernels();
    const std::size_t hidden = d.hidden;
    const std::size_t output_row = d.output();
    const std::size_t gate_row = 8 * hidden;
    LstmState& state = lstm_[layer];
    const Floats& above = layer_gradients_[layer + 1];
    Floats outer(above.size());
    for (std::size_t step = 0; step < batch.steps(); ++step) {
        const std::size_t first = batch.offsets[step] * output_row;
        for (std::size_t i = 0; i < batch.counts[step] * output_row; ++i) {
            outer[first + i] = above[first + i] * masks_[layer].outputs[i];
        }
    }
    const std::size_t sentences = batch.lengths.size();
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const std::size_t part = direction * hidden;
        const Tensor& recurrent = layout_.lstm[layer].recurrent[direction];
        PackedMatrix transposed;
        transposed.pack(values_ + recurrent.offset, 1, recurrent.columns, recurrent.columns, recurrent.rows);
        Floats output_gradient(sentences * hidden, 0.0F);
        Floats cell_gradient(sentences * hidden, 0.0F);
        for (std::size_t i = 0; i < batch.steps(); ++i) {
            const auto [first, count, continued, before] = batch.step(direction == 1, batch.steps() - 1 - i);
            float* gates = state.gates.data() + first * gate_row + 4 * part;
            for (std::size_t row = 0; row < count; ++row) {
                const std::size_t at = (first + row) * output_row + part;
                float* gradient = output_gradient.data() + row * hidden;
                for (std::size_t j = 0; j < hidden; ++j) gradient[j] += outer[at + j];
                const float* previous_cell =
                    row < continued ? state.cells.data() + (before + row) * output_row + part : nullptr;
                kernel.lstm_backward(gates + row * gate_row, previous_cell, state.cells.data() + at, gradient,
                                     cell_gradient.data() + row * hidden, hidden);
            }
            if (continued > 0) {
                multiply(gates, gate_row, 1, continued, transposed, output_gradient.data(), hidden, false);
                const float* mask = masks_[layer].recurrent.data();
                for (std::size_t row = 0; row < continued; ++row) {
                    for (std::size_t j = 0; j < hidden; ++j) {
                        output_gradient[row * hidden + j] *= mask[row * output_row + part + j];
                    }
                }
            }
        }
        weight_gradient(state.previous.data() + part, output_row, state.gates.data() + 4 * part, gate_row,
                        batch.rows(), recurrent, nullptr);
    }
    const std::size_t width = layer == 0 ? d.input() : d.output();
    weight_gradient(layers_[layer].data(), width, state.gates.data(), gate_row, batch.rows(),
                    layout_.lstm[layer].input, &layout_.lstm[layer].bias);
    Floats& below = layer_gradients_[layer];
    if (layer > 0) {
        for (std::size_t i = 0; i < below.size(); ++i) below[i] += above[i];
    }
    input_gradient(state.gates.data(), gate_row, batch.rows(), layout_.lstm[layer].input, below.data(), width,
                   true);
}

}  // namespace entente::neural
