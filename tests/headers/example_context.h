// What the examples in the public headers take for given: names that a reader understands without
// a declaration. tests/headers/CMakeLists.txt puts each example into a function after this.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "lamplight/account.h"
#include "lamplight/catalog.h"
#include "lamplight/catalog_draft.h"
#include "lamplight/diff.h"
#include "lamplight/format.h"
#include "lamplight/profile.h"
#include "lamplight/query.h"
#include "lamplight/result.h"
#include "lamplight/search.h"
#include "lamplight/tags.h"
#include "lamplight/work_finder.h"
#include "lamplight/work_kind.h"
#include "lamplight/work_text.h"

using namespace lamplight;  // as the surrounding text of each example has it

extern const std::string_view text;
extern const std::string_view json_text;
extern const Catalog catalog;
extern const Catalog other_catalog;
extern const Catalog old_list;
extern const Catalog new_list;
extern const Profile profile;
extern const Work& work;
void use(const Catalog& value);
void report(const std::string& message);
