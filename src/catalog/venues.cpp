#include "catalog/venues.h"

#include "base/text.h"
#include "base/url.h"

namespace lamplight::catalog {
namespace {

struct Name {
  std::string_view begin;  // of a DOI
  std::string_view venue;
};

// What a DOI begins with, and the journal it then belongs to. The first that matches.
constexpr Name doi_names[] = {
    {"10.1038/s41467-", "Nature Communications"},
    {"10.1038/s41551-", "Nature Biomedical Engineering"},
    {"10.1038/s41586-", "Nature"},
    {"10.1038/s41587-", "Nature Biotechnology"},
    {"10.1038/s41588-", "Nature Genetics"},
    {"10.1038/s41591-", "Nature Medicine"},
    {"10.1038/s41592-", "Nature Methods"},
    {"10.1038/s41593-", "Nature Neuroscience"},
    {"10.1038/s41597-", "Scientific Data"},
    {"10.1038/s41598-", "Scientific Reports"},
    {"10.1038/s41746-", "npj Digital Medicine"},
    {"10.1038/s42003-", "Communications Biology"},
    {"10.1038/s42256-", "Nature Machine Intelligence"},
    {"10.1038/s43588-", "Nature Computational Science"},
    {"10.1038/s43856-", "Communications Medicine"},
    {"10.1038/nature", "Nature"},
    {"10.1038/nmeth", "Nature Methods"},
    {"10.1038/nbt", "Nature Biotechnology"},
    {"10.1038/ncomms", "Nature Communications"},
    {"10.1073/pnas.", "PNAS"},
    {"10.1126/sciadv.", "Science Advances"},
    {"10.1126/science.", "Science"},
    {"10.1126/scirobotics.", "Science Robotics"},
    {"10.1021/acs.jcim.", "J. Chem. Inf. Model."},
    {"10.1021/acs.jpclett.", "J. Phys. Chem. Lett."},
    {"10.1021/acs.jctc.", "J. Chem. Theory Comput."},
    {"10.1148/ryai.", "Radiology: Artificial Intelligence"},
    {"10.1148/radiol.", "Radiology"},
    {"10.1093/bioinformatics/", "Bioinformatics"},
    {"10.1093/bib/", "Briefings in Bioinformatics"},
    {"10.1093/nar/", "Nucleic Acids Research"},
    {"10.1093/jamia/", "JAMIA"},
    {"10.1093/ije/", "International Journal of Epidemiology"},
    {"10.1016/j.media.", "Medical Image Analysis"},
    {"10.1016/j.cell.", "Cell"},
    {"10.1109/tmi.", "IEEE TMI"},
    {"10.1109/jbhi.", "IEEE J-BHI"},
    {"10.1109/tpami.", "IEEE TPAMI"},
    {"10.1371/journal.pone.", "PLOS ONE"},
    {"10.1371/journal.pcbi.", "PLOS Computational Biology"},
    {"10.1001/jama.", "JAMA"},
    {"10.1056/nejm", "NEJM"},
};

// Hosts of one venue. Journals of one publisher that share a host are told apart by path.
struct Place {
  std::string_view host;
  std::string_view path;
  std::string_view venue;
};
constexpr Place places[] = {
    {"biorxiv.org", "", "bioRxiv"},
    {"medrxiv.org", "", "medRxiv"},
    {"chemrxiv.org", "", "ChemRxiv"},
    {"openreview.net", "", "OpenReview"},
    {"ecva.net", "/papers/eccv", "ECCV"},
    {"neurips.cc", "", "NeurIPS"},
    {"nips.cc", "", "NeurIPS"},
    {"jmlr.org", "/papers/", "JMLR"},
    {"academic.oup.com", "/bioinformatics/", "Bioinformatics"},
    {"academic.oup.com", "/bib/", "Briefings in Bioinformatics"},
    {"academic.oup.com", "/nar/", "Nucleic Acids Research"},
    {"academic.oup.com", "/jamia/", "JAMIA"},
    {"academic.oup.com", "/ije/", "International Journal of Epidemiology"},
    {"jamanetwork.com", "/journals/jama/", "JAMA"},
    {"ieeexplore.ieee.org", "", "IEEE"},
    {"dl.acm.org", "", "ACM"},
};

// Volumes of the Proceedings of Machine Learning Research.
struct Series {
  std::string_view venue;
  std::string_view volumes;  // each with a blank before and after
};
constexpr Series series[] = {
    {"ICML", " 28 32 37 48 70 80 97 119 139 162 202 235 267 "},
    {"AISTATS", " 31 33 38 51 54 84 89 108 130 151 206 238 "},
    {"COLT", " 65 75 99 125 134 178 "},
    {"MLHC", " 68 85 106 126 149 182 219 "},
    {"MIDL", " 102 121 143 172 "},
};

bool begins_with(std::string_view text, std::string_view begin) {
  return text.substr(0, begin.size()) == begin;
}

std::string venue_of_volume(std::string_view path) {
  std::size_t digits = 0;
  if (!begins_with(path, "/v")) return {};
  path.remove_prefix(2);
  while (digits < path.size() && is_ascii_digit(path[digits])) ++digits;
  const std::string wanted = " " + std::string(path.substr(0, digits)) + " ";
  for (const Series& each : series) {
    if (digits > 0 && each.volumes.find(wanted) != std::string_view::npos) {
      return std::string(each.venue);
    }
  }
  return "PMLR";
}

// The name in "/content/CVPR2022/" or "/content_ICCV_2019/", in capitals.
std::string venue_of_open_access(std::string_view path) {
  static constexpr std::string_view names[] = {"CVPR", "ICCV", "WACV", "ACCV"};
  const std::string lower = to_lower_ascii(path);
  for (const std::string_view name : names) {
    const std::string wanted = to_lower_ascii(name);
    if (lower.find("/content/" + wanted) != std::string::npos ||
        lower.find("/content_" + wanted) != std::string::npos) {
      return std::string(name);
    }
  }
  return {};
}

// 2020.acl-main.740, 2022.findings-emnlp.398, 2021.bionlp-1.16: the word after the year. The
// letters before 2020 are tables of their own; the plain ones are named here.
std::string venue_of_anthology(std::string_view id) {
  if (id.size() > 5 && id[4] == '.' && is_ascii_digit(id[0])) {
    std::string_view name = id.substr(5);
    const bool is_findings = begins_with(name, "findings-");
    if (is_findings) name.remove_prefix(9);
    name = name.substr(0, find_any<'-', '.'>(name));
    static constexpr Name names[] = {
        {"acl", "ACL"},     {"emnlp", "EMNLP"},   {"naacl", "NAACL"},
        {"eacl", "EACL"},   {"aacl", "AACL"},     {"coling", "COLING"},
        {"tacl", "TACL"},   {"bionlp", "BioNLP"}, {"clinicalnlp", "ClinicalNLP"},
        {"conll", "CoNLL"}, {"lrec", "LREC"},     {"cl", "Computational Linguistics"},
    };
    for (const Name& each : names) {
      if (each.begin == name) {
        return (is_findings ? "Findings of " : "") + std::string(each.venue);
      }
    }
    return "ACL Anthology";
  }
  static constexpr Name letters[] = {
      {"P", "ACL"}, {"D", "EMNLP"}, {"N", "NAACL"}, {"E", "EACL"}, {"C", "COLING"}, {"Q", "TACL"},
  };
  for (const Name& each : letters) {
    if (begins_with(id, each.begin)) return std::string(each.venue);
  }
  return "ACL Anthology";
}

std::string venue_of_doi(std::string_view doi) {
  for (const Name& each : doi_names) {
    if (begins_with(doi, each.begin)) return std::string(each.venue);
  }
  return {};
}

}  // namespace

std::string find_venue(const Address& address) {
  if (address.arxiv) return "arXiv";
  const std::string_view host = address.host;
  const std::string_view path = address.parts.path;
  if (address.doi) {
    if (std::string venue = venue_of_doi(*address.doi); !venue.empty()) return venue;
  }
  for (const Place& each : places) {
    if (is_host_of(host, each.host) && begins_with(path, each.path)) {
      return std::string(each.venue);
    }
  }
  if (is_host_of(host, "mlr.press")) return venue_of_volume(path);
  if (is_host_of(host, "thecvf.com")) return venue_of_open_access(path);
  if (is_host_of(host, "aclanthology.org") || is_host_of(host, "aclweb.org")) {
    return venue_of_anthology(last_segment(path));
  }
  return {};
}

bool is_preprint_venue(std::string_view venue) {
  return venue == "arXiv" || venue == "bioRxiv" || venue == "medRxiv" || venue == "ChemRxiv" ||
         venue == "OpenReview";
}

}  // namespace lamplight::catalog
