// SPDX-License-Identifier: GPL-2.0-only

// A worker: one cell of ns-3 that is spoken to through frames on its standard input and output. A frame is the length
// of a JSON document, four bytes, most significant first, and the document. The worker knows nothing of who asks.

#include "cell.h"
#include "checked.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>
#include <string>
#include <unistd.h>

namespace
{

using nlohmann::json;
using twinslice::Checked;
using twinslice::Refused;

constexpr uint32_t MAX_FRAME_BYTES = 1 << 20;
constexpr int64_t MAX_STEP_MILLIS = 60000;

/** False at the end of the input. */
bool
ReadFully(int from, char* buffer, std::size_t length)
{
    while (length > 0)
    {
        ssize_t count = ::read(from, buffer, length);
        if (count < 0 && errno == EINTR)
        {
            continue;
        }
        if (count <= 0)
        {
            return false;
        }
        buffer += count;
        length -= static_cast<std::size_t>(count);
    }
    return true;
}

bool
WriteFully(int to, const std::string& bytes)
{
    std::size_t done = 0;
    while (done < bytes.size())
    {
        ssize_t count = ::write(to, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR)
        {
            continue;
        }
        if (count <= 0)
        {
            return false;
        }
        done += static_cast<std::size_t>(count);
    }
    return true;
}

bool
Answer(int to, const json& answer)
{
    std::string text = answer.dump();
    uint32_t length = static_cast<uint32_t>(text.size());
    std::string frame{static_cast<char>(length >> 24),
                      static_cast<char>(length >> 16),
                      static_cast<char>(length >> 8),
                      static_cast<char>(length)};
    return WriteFully(to, frame + text);
}

json
Reset(Checked& request, std::unique_ptr<twinslice::Cell>& cell)
{
    if (cell)
    {
        throw Refused("this process has its cell already: start another one");
    }
    twinslice::Scenario scenario = twinslice::Scenario::Read(request.Value("scenario"));
    int64_t seed = request.Integer("seed", INT64_MIN, INT64_MAX);
    request.Done();
    cell = std::make_unique<twinslice::Cell>(scenario, static_cast<uint64_t>(seed));
    json names = json::array();
    for (const auto& slice : scenario.slices)
    {
        names.push_back(slice.name);
    }
    return json{{"usablePrbs", scenario.UsablePrbs()},
                {"prbs", scenario.prbs},
                {"slices", names},
                {"delayEdgesMillis", twinslice::DelayEdgesMillis()}};
}

json
Step(Checked& request, twinslice::Cell& cell, std::size_t slices)
{
    int64_t millis = request.Integer("millis", 1, MAX_STEP_MILLIS);
    bool changes = request.Has("plan");
    std::vector<twinslice::Quota> plan;
    if (changes)
    {
        plan = twinslice::ReadPlan(request.Value("plan"), slices);
    }
    request.Done();
    if (changes)
    {
        cell.Apply(plan);
    }
    return cell.Run(millis);
}

int
Serve(int in, int out)
{
    std::unique_ptr<twinslice::Cell> cell;
    std::size_t slices = 0;
    while (true)
    {
        unsigned char head[4];
        if (!ReadFully(in, reinterpret_cast<char*>(head), sizeof head))
        {
            return 0;
        }
        uint32_t length = static_cast<uint32_t>(head[0]) << 24 | static_cast<uint32_t>(head[1]) << 16 |
                          static_cast<uint32_t>(head[2]) << 8 | head[3];
        if (length > MAX_FRAME_BYTES)
        {
            std::cerr << "a frame of " << length << " bytes is too long\n";
            return 2;
        }
        std::string text(length, '\0');
        if (!ReadFully(in, text.data(), length))
        {
            return 0;
        }
        json answer;
        try
        {
            json document = json::parse(text, nullptr, false);
            Checked request(document, "request");
            std::string call = request.OneOf("call", {"reset", "step"});
            if (call == "reset")
            {
                answer["ok"] = Reset(request, cell);
                slices = answer["ok"]["slices"].size();
            }
            else if (!cell)
            {
                throw Refused("no cell yet: reset first");
            }
            else
            {
                answer["ok"] = Step(request, *cell, slices);
            }
        }
        catch (const Refused& refused)
        {
            answer = json{{"refused", refused.what()}};
        }
        if (!Answer(out, answer))
        {
            return 0;
        }
    }
}

} // namespace

int
main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0)
    {
        std::cout << NS3_RELEASE << "\n";
        return 0;
    }
    if (argc != 1)
    {
        std::cerr << "usage: twinslice-ns3 [--version]; frames come and go by the standard streams\n";
        return 2;
    }
    // What ns-3 prints must not mix with the frames.
    int out = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    int status = Serve(STDIN_FILENO, out);
    std::fflush(nullptr);
    // ns-3's singletons need no orderly end, and this process no longer has anything to say.
    ::_exit(status);
}
