#include "extract/language/neural/trainer/optimiser.hpp"

#include <algorithm>
#include <cmath>
#include <istream>
#include <ostream>

namespace entente::neural {

namespace {

double squares(const float* values, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(values[i]) * values[i];
    return sum;
}

}  // namespace

void write_floats(std::ostream& out, const Floats& values) {
    out.write(reinterpret_cast<const char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(float)));
}

void read_floats(std::istream& in, Floats& values) {
    in.read(reinterpret_cast<char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(float)));
}

void Optimiser::Moments::start(const Floats& values) {
    mean.assign(values.size(), 0.0F);
    variance.assign(values.size(), 0.0F);
    average = values;
}

Optimiser::Optimiser(const Parameters& parameters, const OptimiserOptions& options) : options_(options) {
    dense_.start(parameters.dense);
    words_.start(parameters.words.values);
    grams_.start(parameters.grams.values);
    styles_.start(parameters.styles.values);
    words_.averaged_at.assign(parameters.words.rows(), 0);
    grams_.averaged_at.assign(parameters.grams.rows(), 0);
    styles_.averaged_at.assign(parameters.styles.rows(), 0);
}

double Optimiser::step(Parameters& parameters, float rate) {
    double sum = squares(parameters.dense_gradient.data(), parameters.dense_gradient.size());
    for (const VectorTable* table : {&parameters.words, &parameters.grams, &parameters.styles}) {
        for (const std::uint32_t row : table->touched) {
            sum += squares(table->gradient.data() + row * table->columns, table->columns);
        }
    }
    const double norm = std::sqrt(sum);
    const float scale =
        norm > options_.largest_norm ? options_.largest_norm / static_cast<float>(norm) : 1.0F;
    ++steps_;
    const auto power = static_cast<double>(steps_);
    rate *= static_cast<float>(std::sqrt(1.0 - std::pow(options_.beta2, power)) /
                               (1.0 - std::pow(options_.beta1, power)));
    kernels().adam(parameters.dense.data(), parameters.dense_gradient.data(), dense_.mean.data(),
                   dense_.variance.data(), parameters.dense.size(), scale, rate, options_.beta1,
                   options_.beta2, options_.epsilon);
    // Early on the average follows closely.
    const float decay = std::min(options_.average_decay, static_cast<float>((1.0 + power) / (10.0 + power)));
    for (std::size_t i = 0; i < dense_.average.size(); ++i) {
        dense_.average[i] += (1.0F - decay) * (parameters.dense[i] - dense_.average[i]);
    }
    std::ranges::fill(parameters.dense_gradient, 0.0F);
    step_rows(parameters.words, words_, scale, rate);
    step_rows(parameters.grams, grams_, scale, rate);
    step_rows(parameters.styles, styles_, scale, rate);
    return norm;
}

void Optimiser::catch_up(const VectorTable& table, RowMoments& moments, std::size_t row,
                         std::uint64_t step) const {
    const auto missed = static_cast<double>(step - moments.averaged_at[row]);
    if (missed == 0) return;
    const auto kept = static_cast<float>(std::pow(options_.average_decay, missed));
    for (std::size_t i = row * table.columns; i < (row + 1) * table.columns; ++i) {
        moments.average[i] = table.values[i] + kept * (moments.average[i] - table.values[i]);
    }
    moments.averaged_at[row] = step;
}

void Optimiser::step_rows(VectorTable& table, RowMoments& moments, float scale, float rate) {
    for (const std::uint32_t row : table.touched) {
        catch_up(table, moments, row, steps_ - 1);
        const std::size_t at = row * table.columns;
        kernels().adam(table.values.data() + at, table.gradient.data() + at, moments.mean.data() + at,
                       moments.variance.data() + at, table.columns, scale, rate, options_.beta1,
                       options_.beta2, options_.epsilon);
        catch_up(table, moments, row, steps_);
        std::fill_n(table.gradient.begin() + static_cast<std::ptrdiff_t>(at), table.columns, 0.0F);
        table.is_touched[row] = false;
    }
    table.touched.clear();
}

Parameters Optimiser::averaged(const Parameters& parameters) const {
    Parameters result = parameters;
    result.dense = dense_.average;
    // On copies: when the average is asked for must not change it.
    RowMoments words = words_;
    RowMoments grams = grams_;
    for (std::size_t row = 0; row < parameters.words.rows(); ++row) {
        catch_up(parameters.words, words, row, steps_);
    }
    for (std::size_t row = 0; row < parameters.grams.rows(); ++row) {
        catch_up(parameters.grams, grams, row, steps_);
    }
    result.words.values = std::move(words.average);
    result.grams.values = std::move(grams.average);
    return result;
}

void Optimiser::save(std::ostream& out) const {
    out.write(reinterpret_cast<const char*>(&steps_), sizeof steps_);
    write_moments(out, dense_);
    for (const RowMoments* moments : {&words_, &grams_, &styles_}) {
        write_moments(out, *moments);
        out.write(reinterpret_cast<const char*>(moments->averaged_at.data()),
                  static_cast<std::streamsize>(moments->averaged_at.size() * sizeof(std::uint64_t)));
    }
}

void Optimiser::load(std::istream& in) {
    in.read(reinterpret_cast<char*>(&steps_), sizeof steps_);
    read_moments(in, dense_);
    for (RowMoments* moments : {&words_, &grams_, &styles_}) {
        read_moments(in, *moments);
        in.read(reinterpret_cast<char*>(moments->averaged_at.data()),
                static_cast<std::streamsize>(moments->averaged_at.size() * sizeof(std::uint64_t)));
    }
}

void Optimiser::write_moments(std::ostream& out, const Moments& moments) {
    for (const Floats* values : {&moments.mean, &moments.variance, &moments.average})
        write_floats(out, *values);
}

void Optimiser::read_moments(std::istream& in, Moments& moments) {
    for (Floats* values : {&moments.mean, &moments.variance, &moments.average}) read_floats(in, *values);
}

}  // namespace entente::neural
