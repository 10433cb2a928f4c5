// SPDX-License-Identifier: GPL-2.0-only
#include "checked.h"

#include <cmath>
#include <sstream>

namespace twinslice
{

Checked::Checked(const nlohmann::json& object, std::string where)
    : m_object(object),
      m_where(std::move(where))
{
    if (!m_object.is_object())
    {
        throw Refused(m_where + " must be an object");
    }
}

std::string
Checked::Path(const std::string& key) const
{
    return m_where + "." + key;
}

bool
Checked::Has(const std::string& key) const
{
    return m_object.contains(key);
}

const nlohmann::json&
Checked::Value(const std::string& key)
{
    auto found = m_object.find(key);
    if (found == m_object.end())
    {
        throw Refused(Path(key) + " is missing");
    }
    m_read.insert(key);
    return *found;
}

double
Checked::Number(const std::string& key, double low, double high)
{
    const auto& value = Value(key);
    double number = value.is_number() ? value.get<double>() : NAN;
    if (!(number >= low && number <= high))
    {
        std::ostringstream message;
        message << Path(key) << " must be a number from " << low << " to " << high;
        throw Refused(message.str());
    }
    return number;
}

double
Checked::Number(const std::string& key, double low, double high, double otherwise)
{
    return Has(key) ? Number(key, low, high) : otherwise;
}

int64_t
Checked::Integer(const std::string& key, int64_t low, int64_t high)
{
    const auto& value = Value(key);
    bool fits = value.is_number_integer() &&
                !(value.is_number_unsigned() && value.get<uint64_t>() > static_cast<uint64_t>(INT64_MAX));
    if (!fits || value.get<int64_t>() < low || value.get<int64_t>() > high)
    {
        throw Refused(Path(key) + " must be a whole number from " + std::to_string(low) + " to " +
                      std::to_string(high));
    }
    return value.get<int64_t>();
}

int64_t
Checked::Integer(const std::string& key, int64_t low, int64_t high, int64_t otherwise)
{
    return Has(key) ? Integer(key, low, high) : otherwise;
}

bool
Checked::Flag(const std::string& key, bool otherwise)
{
    if (!Has(key))
    {
        return otherwise;
    }
    const auto& value = Value(key);
    if (!value.is_boolean())
    {
        throw Refused(Path(key) + " must be true or false");
    }
    return value.get<bool>();
}

std::string
Checked::OneOf(const std::string& key, std::initializer_list<const char*> names)
{
    const auto& value = Value(key);
    std::string all;
    for (const char* name : names)
    {
        if (value.is_string() && value.get<std::string>() == name)
        {
            return name;
        }
        all += all.empty() ? name : std::string(", ") + name;
    }
    throw Refused(Path(key) + " must be one of " + all);
}

std::string
Checked::Name(const std::string& key)
{
    const auto& value = Value(key);
    std::string name = value.is_string() ? value.get<std::string>() : "";
    if (name.empty() || name.size() > 64 ||
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
    {
        throw Refused(Path(key) + " must be 1 to 64 of a-z, 0-9 and -");
    }
    return name;
}

const nlohmann::json&
Checked::List(const std::string& key, std::size_t least, std::size_t most)
{
    const auto& value = Value(key);
    if (!value.is_array() || value.size() < least || value.size() > most)
    {
        throw Refused(Path(key) + " must be a list of " + std::to_string(least) + " to " + std::to_string(most));
    }
    return value;
}

void
Checked::Done() const
{
    for (const auto& [key, value] : m_object.items())
    {
        if (m_read.count(key) == 0)
        {
            throw Refused(Path(key.substr(0, 64)) + " is not known");
        }
    }
}

} // namespace twinslice
