#include "catalog/years.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text.h"
#include "base/url.h"

namespace lamplight::catalog {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2099;

// A number of exactly `digits` digits at the beginning of `text`, or -1.
int read_number(std::string_view text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int number = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (!is_ascii_digit(text[i])) return -1;
    number = number * 10 + (text[i] - '0');
  }
  return text.size() > digits && is_ascii_digit(text[digits]) ? -1 : number;
}

std::optional<int> checked(int year) {
  return year >= first_year && year <= last_year ? std::optional<int>(year) : std::nullopt;
}

// What follows `marker` in `text`; empty when it is not there.
std::string_view after(std::string_view text, std::string_view marker) {
  const std::size_t at = text.find(marker);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + marker.size());
}

// arXiv ids begin with YYMM since April 2007; before, YYMM follows "archive/" (from 1991 on).
std::optional<int> year_of_arxiv(std::string_view id) {
  const std::size_t slash = id.find('/');
  const std::string_view number = slash == std::string_view::npos ? id : id.substr(slash + 1);
  const int year = (number[0] - '0') * 10 + (number[1] - '0');
  return checked(year >= 91 ? 1900 + year : 2000 + year);
}

// bioRxiv and medRxiv: 10.1101/2022.11.20.517210 since December 2019; before, a bare number.
std::optional<int> year_of_preprint(std::string_view suffix) {
  const int month = suffix.size() > 6 ? read_number(suffix.substr(5), 2) : -1;
  if (month < 1 || month > 12 || suffix[4] != '.') return std::nullopt;
  return checked(read_number(suffix, 4));
}

// Springer Nature article numbers: s41586-021-03819-2 is journal 41586, year 2021 (three digits).
std::optional<int> year_of_springer(std::string_view article) {
  if (article.size() < 11 || article[0] != 's' || article[6] != '-') return std::nullopt;
  if (read_number(article.substr(1), 5) < 0 || article[10] != '-') return std::nullopt;
  const int year = read_number(article.substr(7), 3);
  return year >= 10 && year < 100 ? checked(2000 + year) : std::nullopt;
}

// ACL Anthology: 2020.acl-main.740 since 2020, P18-1001 before (aclanthology.org/info/ids).
std::optional<int> year_of_anthology(std::string_view id) {
  if (id.size() > 5 && id[4] == '.') return checked(read_number(id, 4));
  const bool is_old = id.size() >= 8 && is_ascii_alpha(id[0]) && id[3] == '-' &&
                      is_ascii_digit(id[4]) && is_ascii_digit(id[7]);
  const int year = is_old ? read_number(id.substr(1), 2) : -1;
  if (year < 0) return std::nullopt;
  return checked(year >= 60 ? 1900 + year : 2000 + year);
}

// Oxford University Press: btac773 is journal "bt", "ac" for 2022. The letters ran to z in 2019
// and go on with aa in 2020. Only journals whose articles are known to follow it.
std::optional<int> year_of_oxford(std::string_view code) {
  static constexpr std::string_view journals[] = {"bt", "bb", "gk", "oc"};
  for (const std::string_view journal : journals) {
    if (code.substr(0, 2) != journal || code.size() < 5) continue;
    const std::string_view letters = code.substr(2);
    if (letters[0] == 'a' && letters[1] >= 'a' && letters[1] <= 'z' && is_ascii_digit(letters[2])) {
      return checked(2020 + (letters[1] - 'a'));
    }
    if (letters[0] >= 'u' && letters[0] <= 'z' && is_ascii_digit(letters[1])) {
      return checked(2014 + (letters[0] - 'u'));
    }
  }
  return std::nullopt;
}

// PNAS since 2015: pnas.2016239118 ends in the volume; volume 118 is 2021.
std::optional<int> year_of_pnas(std::string_view number) {
  if (number.size() < 10 || read_number(number, 10) < 0) return std::nullopt;
  const int volume = read_number(number.substr(7), 3);
  return volume >= 112 && volume <= 190 ? checked(1903 + volume) : std::nullopt;
}

struct Volume {
  int number;
  int year;
};
// Proceedings of Machine Learning Research whose year is certain: ICML, AISTATS, COLT, MLHC, MIDL.
constexpr Volume volumes[] = {
    {28, 2013},  {31, 2013},  {32, 2014},  {33, 2014},  {37, 2015},  {38, 2015},  {48, 2016},
    {51, 2016},  {54, 2017},  {65, 2017},  {68, 2017},  {70, 2017},  {75, 2018},  {80, 2018},
    {84, 2018},  {85, 2018},  {89, 2019},  {97, 2019},  {99, 2019},  {102, 2019}, {106, 2019},
    {108, 2020}, {119, 2020}, {121, 2020}, {125, 2020}, {126, 2020}, {130, 2021}, {134, 2021},
    {139, 2021}, {143, 2021}, {149, 2021}, {151, 2022}, {162, 2022}, {172, 2022}, {178, 2022},
    {182, 2022}, {202, 2023}, {206, 2023}, {219, 2023}, {235, 2024}, {238, 2024}, {267, 2025},
};
std::optional<int> year_of_volume(std::string_view path) {
  std::size_t digits = 0;
  if (path.substr(0, 2) != "/v") return std::nullopt;
  path.remove_prefix(2);
  while (digits < path.size() && is_ascii_digit(path[digits])) ++digits;
  if (digits == 0 || digits > 4) return std::nullopt;
  const int number = read_number(path, digits);
  for (const Volume& volume : volumes) {
    if (volume.number == number) return volume.year;
  }
  return std::nullopt;
}

// openaccess.thecvf.com: /content/CVPR2022/, /content_CVPR_2020/, /content_iccv_2015/.
std::optional<int> year_of_open_access(std::string_view path) {
  std::string_view rest = after(path, "/content");
  if (rest.empty()) return std::nullopt;
  while (!rest.empty() && !is_ascii_digit(rest[0])) {
    const bool is_name = is_ascii_alpha(rest[0]) || rest[0] == '_' || rest[0] == '/';
    if (!is_name) return std::nullopt;
    rest.remove_prefix(1);
  }
  return checked(read_number(rest, 4));
}

// DOIs in which a publisher writes a year of four digits.
std::optional<int> year_of_doi(std::string_view doi) {
  const std::size_t slash = doi.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view registrant = doi.substr(0, slash);
  const std::string_view suffix = doi.substr(slash + 1);
  // 10.1109/TMI.2020.2995518, 10.1109/CVPR.2016.90, 10.1109/ICCV48922.2021.00986
  // 10.1016/j.media.2019.01.010; 10.3389/fnins.2020.00001
  if (registrant == "10.1109" || registrant == "10.3389" ||
      (registrant == "10.1016" && suffix.substr(0, 2) == "j.")) {
    std::size_t dot = suffix.find('.');
    if (registrant == "10.1016") dot = suffix.find('.', 2);
    const std::string_view rest =
        dot == std::string_view::npos ? std::string_view() : suffix.substr(dot + 1);
    if (rest.size() > 5 && rest[4] == '.' && is_ascii_digit(rest[5])) {
      const int year = read_number(rest, 4);
      return year >= 1990 ? checked(year) : std::nullopt;
    }
  }
  // 10.24963/ijcai.2020/123
  if (registrant == "10.24963") return checked(read_number(after(suffix, "."), 4));
  return std::nullopt;
}

std::optional<IssuedYear> year_from_doi(std::string_view doi) {
  const auto tell = [](std::optional<int> year, std::string_view from) {
    return year ? std::optional<IssuedYear>({*year, from}) : std::nullopt;
  };
  const std::size_t slash = doi.find('/');
  const std::string_view registrant = doi.substr(0, slash);
  const std::string_view suffix = doi.substr(slash + 1);
  if (registrant == "10.1101" || registrant == "10.64898") {
    return tell(year_of_preprint(suffix), "biorxiv");
  }
  if (registrant == "10.1038") return tell(year_of_springer(suffix), "nature");
  if (registrant == "10.1007" || registrant == "10.1186" || registrant == "10.1140") {
    return tell(year_of_springer(suffix), "doi");
  }
  if (registrant == "10.18653") return tell(year_of_anthology(after(suffix, "v1/")), "acl");
  if (registrant == "10.1093") return tell(year_of_oxford(last_segment(suffix)), "oup");
  if (registrant == "10.1073") return tell(year_of_pnas(after(suffix, "pnas.")), "pnas");
  return tell(year_of_doi(doi), "doi");
}

}  // namespace

std::optional<IssuedYear> find_year(const Address& address) {
  const auto tell = [](std::optional<int> year, std::string_view from) {
    return year ? std::optional<IssuedYear>({*year, from}) : std::nullopt;
  };
  if (address.arxiv) return tell(year_of_arxiv(*address.arxiv), "arxiv");
  if (address.doi) {
    if (const std::optional<IssuedYear> year = year_from_doi(*address.doi)) return year;
  }
  const std::string_view host = address.host;
  const std::string_view path = address.parts.path;
  if (is_host_of(host, "aclanthology.org") || is_host_of(host, "aclweb.org")) {
    return tell(year_of_anthology(last_segment(path)), "acl");
  }
  if (is_host_of(host, "thecvf.com")) return tell(year_of_open_access(path), "cvf");
  if (is_host_of(host, "neurips.cc") || is_host_of(host, "nips.cc")) {
    return tell(checked(read_number(after(path, "/paper/"), 4)), "neurips");
  }
  if (is_host_of(host, "ecva.net")) {
    return tell(checked(read_number(after(path, "eccv_"), 4)), "ecva");
  }
  if (is_host_of(host, "mlr.press")) return tell(year_of_volume(path), "pmlr");
  if (is_host_of(host, "academic.oup.com")) {
    // /bioinformatics/article/39/1/btac773/6887136: the code stands before the last number.
    const std::string_view article = last_segment(path);
    const std::string_view before = path.substr(0, path.size() - article.size());
    return tell(year_of_oxford(last_segment(before)), "oup");
  }
  return std::nullopt;
}

}  // namespace lamplight::catalog
