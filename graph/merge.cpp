#include "graph/merge.hpp"

namespace entente {

std::vector<Report> reports_of(const Claim& claim, std::span<const PairClaim> pairs,
                               const ReportSource& source) {
    std::vector<Report> reports;
    reports.reserve(pairs.size());
    for (const auto& pair : pairs) {
        Report report;
        report.about = pair;
        report.claim = claim.id;
        report.article = source.article;
        report.publisher = source.publisher;
        report.origin = source.origin;
        report.published = source.published;
        report.code = claim.event;
        report.modality = claim.modality;
        if (claim.time.resolved) {
            report.time = claim.time.interval;
        }
        report.place = claim.place;
        report.quantity = claim.quantity;
        report.confidence = claim.confidence;
        reports.push_back(std::move(report));
    }
    return reports;
}

PairGraph merge_pair(std::span<const Report> reports) {
    PairGraph graph;
    graph.events = merge_events(reports);
    graph.relations = merge_relations(reports, graph.events);
    return graph;
}

}  // namespace entente
