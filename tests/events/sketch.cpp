#include "tests/events/sketch.hpp"

#include <map>
#include <sstream>

#include "extract/events/find_claims.hpp"

namespace entente::test {

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

ActorMention mention_of(const std::string& mark, std::size_t token, const Token& word) {
    const auto parts = split(mark, ':');
    ActorMention mention;
    mention.first = mention.head = token;
    mention.last = token + 1;
    const std::string kind = parts.size() > 1 ? parts[1] : "name";
    static const std::map<std::string, MentionKind> kinds{{"demonym", MentionKind::demonym},
                                                          {"role", MentionKind::role},
                                                          {"people", MentionKind::people},
                                                          {"pronoun", MentionKind::pronoun}};
    if (const auto found = kinds.find(kind); found != kinds.end()) mention.kind = found->second;
    mention.place = kind == "place";
    mention.private_party = kind == "private";
    Participant actor;
    actor.id = actor.state = actor.name = parts[0];
    actor.mention = {word.form, word.begin, word.end};
    mention.actors.push_back(actor);
    return mention;
}

const EventLanguage& language_of(const std::string& name) {
    static const EventLanguage dutch("nl");
    static const EventLanguage english("en");
    return name == "nl" ? dutch : english;
}

}  // namespace

Sketch draw(std::string_view language, std::string_view words) {
    Sketch sketch;
    sketch.article.language = language;
    sketch.sentences.emplace_back();
    Sentence& sentence = sketch.sentences.front();
    std::istringstream stream{std::string(words)};
    for (std::string word; stream >> word;) {
        const auto mark = word.find('@');
        const auto fields = split(word.substr(0, mark), '/');
        Token token;
        token.form = fields.at(0);
        token.lemma = fields.at(1);
        token.upos = parse_upos(fields.at(2));
        token.head = std::stoi(fields.at(3)) - 1;
        token.deprel = fields.at(4);
        if (fields.size() > 5) token.feats = fields[5];
        if (!sketch.article.text.empty()) sketch.article.text += ' ';
        token.begin = sketch.article.text.size();
        sketch.article.text += token.form;
        token.end = sketch.article.text.size();
        if (mark != std::string::npos)
            sketch.actors.push_back(mention_of(word.substr(mark + 1), sentence.tokens.size(), token));
        sentence.tokens.push_back(std::move(token));
    }
    sentence.end = sketch.article.text.size();
    return sketch;
}

std::vector<std::string> claims_of(const Sketch& sketch) {
    const auto claims = find_claims(sketch.article, sketch.sentences, sketch.actors, sketch.times,
                                    language_of(sketch.article.language), "test");
    std::vector<std::string> lines;
    for (const Claim& claim : claims) {
        std::string line;
        const auto add = [&](const std::vector<Participant>& side) {
            for (std::size_t i = 0; i < side.size(); ++i) {
                if (i > 0) line += ',';
                line += side[i].state;
            }
        };
        add(claim.source);
        line += " ";
        line += to_string(claim.event.type);
        line += " ";
        add(claim.target);
        if (claim.modality != Modality::asserted) {
            line += " ";
            line += to_string(claim.modality);
        }
        if (claim.attribution)
            line +=
                " said=" + (claim.attribution->id.empty() ? claim.attribution->text : claim.attribution->id);
        lines.push_back(line);
    }
    return lines;
}

}  // namespace entente::test
