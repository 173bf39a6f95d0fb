// JSON, schema 1, to a Catalog. Keys that are not known are passed over, so that a later program
// may add some; everything that is read is checked, so that the Catalog is as good as a parsed one.
#include <unordered_map>

#include "base/line_order.h"
#include "format/json_names.h"
#include "format/json_value.h"
#include "lamplight/catalog_draft.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

using format::JsonPlace;
using format::JsonReader;
using format::Need;

class CatalogReader {
 public:
  Result<Catalog> read(const format::JsonValue& value) {
    const JsonPlace root{nullptr, {}, -1, &value};
    if (reader_.expect_object(root)) {
      if (reader_.number(root, "schema") != 1) {
        reader_.fail({&root, "schema", -1, nullptr}, "only schema 1 can be read");
      }
      catalog_.title = reader_.text(root, "title", Need::Required);
      read_sections(root);
      read_works(root);
      read_listings(root);
      check_works(root);
      read_findings(root);
      read_prose(root);
      read_citation(root);
    }
    if (!reader_.is_ok()) return Error{ErrorCode::Syntax, "Catalog: " + reader_.error().message, 0};
    return make_catalog(catalog_);
  }

 private:
  using Ids = std::unordered_map<std::string, int>;

  void add_id(Ids& ids, const std::string& id, int index, const JsonPlace& place) {
    if (!ids.emplace(id, index).second) {
      reader_.fail({&place, "id", -1, nullptr}, "“" + id + "” occurs twice");
    }
  }

  // The index for an id, -1 for null.
  int reference(const Ids& ids, const JsonPlace& object, std::string_view key) {
    const std::optional<std::string> id = reader_.text_or_null(object, key);
    if (!id || !reader_.is_ok()) return -1;
    const auto found = ids.find(*id);
    if (found != ids.end()) return found->second;
    reader_.fail({&object, key, -1, nullptr}, "there is no “" + *id + "”");
    return -1;
  }

  std::optional<int> number_or_null(const JsonPlace& object, std::string_view key) {
    const JsonPlace place = reader_.at(object, key, Need::Optional);
    if (!place.value || place.value->kind == format::JsonValue::Kind::Null) return std::nullopt;
    return reader_.number(place);
  }

  int line(const JsonPlace& object, LineOrder& order) {
    const int line = reader_.number(object, "line");
    if (!order.takes(line)) reader_.fail({&object, "line", -1, nullptr}, LineOrder::fault);
    return line;
  }

  template <std::size_t N>
  int enumerator(const JsonPlace& object, std::string_view key,
                 const std::array<std::string_view, N>& names) {
    const std::string name = reader_.text(object, key, Need::Required);
    for (std::size_t i = 0; i < N; ++i) {
      if (names[i] == name) return static_cast<int>(i);
    }
    reader_.fail({&object, key, -1, nullptr}, "“" + name + "” is not known");
    return 0;
  }

  void read_sections(const JsonPlace& root) {
    const JsonPlace places = reader_.at(root, "sections", Need::Required);
    LineOrder order;
    for (const JsonPlace& place : reader_.array(places)) {
      if (!reader_.expect_object(place)) return;
      SectionDraft section;
      section.id = reader_.text(place, "id", Need::Required);
      section.title = reader_.text(place, "title", Need::Required);
      // Only sections read before are known here: a parent comes before its children.
      section.parent = reference(sections_, place, "parent");
      section.level = reader_.number(place, "level");
      section.line = line(place, order);
      if (section.level < 1 || section.level > 6) {
        reader_.fail({&place, "level", -1, nullptr}, "expected 1 to 6");
      }
      add_id(sections_, section.id, static_cast<int>(catalog_.sections.size()), place);
      catalog_.sections.push_back(std::move(section));
    }
  }

  std::vector<LinkDraft> read_links(const JsonPlace& object) {
    std::vector<LinkDraft> links;
    const JsonPlace places = reader_.at(object, "links", Need::Required);
    for (const JsonPlace& place : reader_.array(places)) {
      if (!reader_.expect_object(place)) break;
      LinkDraft link;
      link.label = reader_.text(place, "label", Need::Required);
      const std::string kind = reader_.text(place, "kind", Need::Required);
      bool is_known = false;
      for (int i = 0; i < link_kind_count; ++i) {
        if (link_kind_name(static_cast<LinkKind>(i)) != kind) continue;
        link.kind = static_cast<LinkKind>(i);
        is_known = true;
      }
      if (!is_known) reader_.fail({&place, "kind", -1, nullptr}, "“" + kind + "” is not known");
      link.url = reader_.text_or_null(place, "url");
      links.push_back(std::move(link));
    }
    return links;
  }

  void read_listings(const JsonPlace& root) {
    const JsonPlace places = reader_.at(root, "listings", Need::Required);
    LineOrder order;
    for (const JsonPlace& place : reader_.array(places)) {
      if (!reader_.expect_object(place)) return;
      ListingDraft listing;
      listing.line = line(place, order);
      listing.section = reference(sections_, place, "section");
      listing.group = reader_.text_or_null(place, "group");
      listing.shape = static_cast<Shape>(enumerator(place, "shape", format::shape_names));
      listing.text = reader_.text(place, "text", Need::Required);
      listing.name = reader_.text_or_null(place, "name");
      listing.title = reader_.text(place, "title", Need::Required);
      listing.authors = reader_.text_or_null(place, "authors");
      listing.venue = reader_.text_or_null(place, "venue");
      listing.year = number_or_null(place, "year");
      listing.description = reader_.text_or_null(place, "description");
      const JsonPlace tags = reader_.at(place, "tags", Need::Optional);
      for (const JsonPlace& tag : reader_.array(tags)) {
        listing.tags.push_back(reader_.text(tag));
      }
      listing.parent = number_or_null(place, "parent");
      if (listing.parent && (*listing.parent < 1 || *listing.parent > listing.line)) {
        reader_.fail({&place, "parent", -1, nullptr}, "expected a line above");
      }
      listing.links = read_links(place);
      const JsonPlace cells = reader_.at(place, "cells", Need::Optional);
      for (const JsonPlace& cell : reader_.array(cells)) {
        if (!reader_.expect_object(cell)) return;
        listing.cells.push_back({reader_.text(cell, "column", Need::Required),
                                 reader_.text(cell, "text", Need::Required)});
      }
      listing.work = reference(works_, place, "work");
      if (listing.work < 0) {
        reader_.fail({&place, "work", -1, nullptr}, "every listing belongs to a work");
      }
      catalog_.listings.push_back(std::move(listing));
    }
  }

  void read_works(const JsonPlace& root) {
    const JsonPlace places = reader_.at(root, "works", Need::Required);
    for (const JsonPlace& place : reader_.array(places)) {
      if (!reader_.expect_object(place)) return;
      WorkDraft work;
      work.id = reader_.text(place, "id", Need::Required);
      work.name = reader_.text_or_null(place, "name");
      work.title = reader_.text(place, "title", Need::Required);
      const JsonPlace listings = reader_.at(place, "listings", Need::Required);
      for (const JsonPlace& index : reader_.array(listings)) {
        work.listings.push_back(reader_.number(index));
      }
      work.year = number_or_null(place, "year");
      work.year_from = reader_.text_or_null(place, "year_from");
      work.venue = reader_.text_or_null(place, "venue");
      work.arxiv = reader_.text_or_null(place, "arxiv");
      work.doi = reader_.text_or_null(place, "doi");
      work.repository = reader_.text_or_null(place, "repository");
      add_id(works_, work.id, static_cast<int>(catalog_.works.size()), place);
      catalog_.works.push_back(std::move(work));
    }
  }

  // Each listing is in its work's array, each array ascends and names nothing else.
  void check_works(const JsonPlace& root) {
    if (!reader_.is_ok()) return;
    const JsonPlace places{&root, "works", -1, nullptr};
    std::size_t named = 0;
    for (std::size_t w = 0; w < catalog_.works.size(); ++w) {
      const JsonPlace place{&places, {}, static_cast<int>(w), nullptr};
      const JsonPlace at{&place, "listings", -1, nullptr};
      const std::vector<int>& indices = catalog_.works[w].listings;
      if (indices.empty()) return reader_.fail(at, "a work has at least one listing");
      int before = -1;
      for (int index : indices) {
        if (index <= before) return reader_.fail(at, "the numbers do not ascend");
        if (static_cast<std::size_t>(index) >= catalog_.listings.size() ||
            catalog_.listings[static_cast<std::size_t>(index)].work != static_cast<int>(w)) {
          return reader_.fail(at, "listing " + std::to_string(index) + " is not of this work");
        }
        before = index;
      }
      named += indices.size();
    }
    if (named != catalog_.listings.size()) {
      reader_.fail(places, "a listing is missing from its work");
    }
  }

  void read_findings(const JsonPlace& root) {
    const JsonPlace places = reader_.at(root, "findings", Need::Required);
    LineOrder order;
    for (const JsonPlace& place : reader_.array(places)) {
      if (!reader_.expect_object(place)) return;
      FindingDraft finding;
      finding.rule = reader_.text(place, "rule", Need::Required);
      finding.level = static_cast<Level>(enumerator(place, "level", format::level_names));
      finding.line = line(place, order);
      finding.message = reader_.text(place, "message", Need::Required);
      catalog_.findings.push_back(std::move(finding));
    }
  }

  void read_prose(const JsonPlace& root) {
    const JsonPlace places = reader_.at(root, "prose", Need::Optional);
    LineOrder order;
    for (const JsonPlace& place : reader_.array(places)) {
      if (!reader_.expect_object(place)) return;
      ProseDraft prose;
      prose.line = line(place, order);
      prose.section = reference(sections_, place, "section");
      prose.kind = static_cast<ProseKind>(enumerator(place, "kind", format::prose_kind_names));
      prose.text = reader_.text(place, "text", Need::Required);
      prose.links = read_links(place);
      catalog_.prose.push_back(std::move(prose));
    }
  }

  void read_citation(const JsonPlace& root) {
    const JsonPlace citation = reader_.at(root, "citation", Need::Optional);
    if (!citation.value || citation.value->kind == format::JsonValue::Kind::Null) return;
    if (!reader_.expect_object(citation)) return;
    catalog_.bibtex = reader_.text_or_null(citation, "bibtex");
  }

  CatalogDraft catalog_;
  JsonReader reader_;
  Ids sections_;
  Ids works_;
};

}  // namespace

Result<Catalog> catalog_from_json(std::string_view json) {
  Result<format::JsonValue> parsed = format::parse_json(json);
  const format::JsonValue* value = parsed.value_if();
  if (!value)
    return Error{parsed.error().code, "Catalog: " + parsed.error().message, parsed.error().line};
  return CatalogReader().read(*value);
}

}  // namespace lamplight
