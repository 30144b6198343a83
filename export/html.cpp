#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <ostream>
#include <stdexcept>
#include <unordered_map>

#include "export/fields.hpp"
#include "export/json_writer.hpp"
#include "export/names.hpp"
#include "export/viewer/page.hpp"
#include "export/writers.hpp"

namespace entente {

namespace {

using Index = std::unordered_map<std::string_view, std::int64_t>;

constexpr std::array event_types = {
    EventType::agree,     EventType::consult,  EventType::support,  EventType::concede,
    EventType::cooperate, EventType::aid,      EventType::retreat,  EventType::request,
    EventType::accuse,    EventType::reject,   EventType::threaten, EventType::protest,
    EventType::sanction,  EventType::mobilize, EventType::coerce,   EventType::assault};
constexpr std::array modalities = {Modality::asserted,  Modality::promised, Modality::threatened,
                                   Modality::requested, Modality::possible, Modality::hypothetical,
                                   Modality::denied,    Modality::negated};

/// The page's data as rows of numbers and texts: export/viewer/README.md says what stands where.
class PageData {
 public:
    PageData(std::ostream& out, const Selection& selection, const ExportOptions& options)
        : json_(out, 2), selection_(selection), options_(options), names_(options.language) {}

    void write() {
        json_.begin_object();
        json_.member("version", std::int64_t{1});
        json_.member("title", title());
        json_.member("language", options_.language == Language::nl ? "nl" : "en");
        json_.key("period").begin_array();
        day(selection_.period.start);
        day(selection_.period.end);
        json_.end();
        types();
        words();
        actors();
        sources();
        claims();
        relations();
        happenings();
        json_.end();
    }

 private:
    /// With the period, which the page's own lines show only as long as nobody moves the slider.
    std::string title() const {
        const std::string title = title_of(selection_, options_);
        const std::string period = period_of(selection_, options_.language);
        const bool said =
            period.empty() || !options_.title.empty() || title.find(period) != std::string::npos;
        return said ? title : title + ", " + period;
    }

    void day(const std::optional<Day>& value) {
        if (value) {
            json_.value(day_number(*value));
        } else {
            json_.value(std::numeric_limits<double>::quiet_NaN());  // null
        }
    }

    void index_value(const Index& index, std::string_view id) { json_.value(index.at(id)); }

    void indices(const Index& index, const std::vector<std::string>& ids) {
        json_.begin_array();
        for (const std::string& id : ids) {
            if (const auto found = index.find(id); found != index.end()) {
                json_.value(found->second);
            }
        }
        json_.end();
    }

    void types() {
        std::map<std::string_view, const Relation*> used;
        for (const Relation& relation : selection_.relations) {
            used.emplace(relation.type, &relation);
        }
        const Names english(Language::en);
        const Names dutch(Language::nl);
        json_.key("types").begin_array();
        for (const auto& [name, relation] : used) {
            type_index_.emplace(name, static_cast<std::int64_t>(type_index_.size()));
            json_.begin_object();
            json_.member("name", name);
            json_.member("en", english.relation(name));
            json_.member("nl", dutch.relation(name));
            json_.member("sign", relation->sign);
            json_.member("symmetric", relation->symmetric);
            json_.end();
        }
        json_.end();
    }

    void words() {
        json_.key("events").begin_array();
        for (const EventType type : event_types) {
            json_.value(to_string(type));
        }
        json_.end();
        json_.key("modalities").begin_array();
        for (const Modality modality : modalities) {
            json_.value(to_string(modality));
        }
        json_.end();
    }

    void actors() {
        json_.key("actors").begin_array();
        for (const Actor& actor : selection_.actors) {
            actor_index_.emplace(actor.id, static_cast<std::int64_t>(actor_index_.size()));
            const Place* place = names_.place(actor.id);
            json_.begin_array();
            json_.value(actor.id);
            json_.value(actor.name_en);
            json_.value(actor.name_nl);
            json_.value(to_string(actor.kind));
            json_.value(place == nullptr ? std::string_view{} : std::string_view{place->numeric});
            const double nowhere = std::numeric_limits<double>::quiet_NaN();
            json_.value(place == nullptr ? nowhere : place->latitude);
            json_.value(place == nullptr ? nowhere : place->longitude);
            json_.end();
        }
        json_.end();
    }

    void sources() {
        json_.key("sources").begin_array();
        for (const Source& source : selection_.sources) {
            source_index_.emplace(source.article, static_cast<std::int64_t>(source_index_.size()));
            json_.begin_array();
            json_.value(source.title);
            json_.value(source.url);
            json_.value(source.publisher);
            day(source.published);
            json_.end();
        }
        json_.end();
    }

    void claims() {
        json_.key("claims").begin_array();
        for (const Claim& claim : selection_.claims) {
            if (!source_index_.contains(claim.article)) {
                continue;
            }
            claim_index_.emplace(claim.id, static_cast<std::int64_t>(claim_index_.size()));
            json_.begin_array();
            json_.value(claim.id);
            json_.value(claim.evidence.text);
            json_.value(static_cast<std::int64_t>(claim.modality));
            json_.value(claim.attribution ? std::string_view{claim.attribution->text} : std::string_view{});
            index_value(source_index_, claim.article);
            json_.value(static_cast<std::int64_t>(claim.evidence.start));
            json_.end();
        }
        json_.end();
    }

    void relations() {
        json_.key("relations").begin_array();
        for (const Relation& relation : selection_.relations) {
            json_.begin_array();
            json_.value(relation.id);
            index_value(type_index_, relation.type);
            index_value(actor_index_, relation.source);
            index_value(actor_index_, relation.target);
            day(relation.valid.start);
            day(relation.valid.end);
            day(relation.known_from);
            json_.value(static_cast<std::int64_t>(relation.modality));
            json_.value(std::int64_t{relation.basis == Basis::background ? 1 : 0});
            json_.value(rounded(relation.confidence));
            json_.value(static_cast<std::int64_t>(relation.support.origins));
            json_.value(static_cast<std::int64_t>(relation.support.articles));
            indices(claim_index_, relation.claims);
            json_.end();
        }
        json_.end();
    }

    void happenings() {
        json_.key("happenings").begin_array();
        for (const Event& event : selection_.events) {
            json_.begin_array();
            json_.value(event.id);
            json_.value(static_cast<std::int64_t>(event.code.type));
            indices(actor_index_, event.source);
            indices(actor_index_, event.target);
            day(event.time.start);
            json_.value(rounded(event.code.goldstein));
            json_.value(static_cast<std::int64_t>(event.modality));
            json_.value(rounded(event.confidence));
            json_.end();
        }
        json_.end();
    }

    /// Two decimals are all that the page shows.
    static double rounded(double value) { return std::round(value * 100.0) / 100.0; }

    JsonWriter json_;
    const Selection& selection_;
    const ExportOptions& options_;
    Names names_;
    Index type_index_;
    Index actor_index_;
    Index source_index_;
    Index claim_index_;
};

}  // namespace

void write_html(std::ostream& out, const Selection& selection, const ExportOptions& options) {
    constexpr std::string_view marker = "@@DATA@@";
    const std::string_view page = viewer_page();
    const std::size_t at = page.find(marker);
    if (at == std::string_view::npos) {
        throw std::logic_error("export/viewer/dist/viewer.html has no marker for its data; build it anew");
    }
    out << page.substr(0, at);
    PageData{out, selection, options}.write();
    out << page.substr(at + marker.size());
}

}  // namespace entente
