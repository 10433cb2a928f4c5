// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <set>
#include <stdexcept>
#include <string>

namespace twinslice
{

/** What the other side asked for cannot be done; it may ask for something else. */
class Refused : public std::runtime_error
{
  public:
    using std::runtime_error::runtime_error;
};

/** A JSON object whose every value is checked when it is read, and whose unread keys are errors. */
class Checked
{
  public:
    /** @param where path of the object, for messages */
    Checked(const nlohmann::json& object, std::string where);

    bool Has(const std::string& key) const;
    double Number(const std::string& key, double low, double high);
    double Number(const std::string& key, double low, double high, double otherwise);
    int64_t Integer(const std::string& key, int64_t low, int64_t high);
    int64_t Integer(const std::string& key, int64_t low, int64_t high, int64_t otherwise);
    bool Flag(const std::string& key, bool otherwise);
    std::string OneOf(const std::string& key, std::initializer_list<const char*> names);
    std::string Name(const std::string& key);
    const nlohmann::json& Value(const std::string& key);
    const nlohmann::json& List(const std::string& key, std::size_t least, std::size_t most);

    /** Refuses keys that nobody has read. */
    void Done() const;

    std::string Path(const std::string& key) const;

  private:
    const nlohmann::json& m_object;
    std::string m_where;
    std::set<std::string> m_read;
};

} // namespace twinslice
