using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Native.Documents;

/// <summary>Where a result comes from: the last block of a run record.</summary>
static class Provenance
{
    public static JsonObject Of(RunContext context, DataFingerprint data)
    {
        var elapsed = context.Timeline.Elapsed;
        return new JsonObject
        {
            ["rtemis_version"] = NativeEngine.FollowedVersion,
            ["r_version"] = null,
            ["engine"] = "native",
            ["engine_version"] = typeof(NativeEngine).Assembly.GetName().Version?.ToString(3),
            ["platform"] = RuntimeInformation.RuntimeIdentifier,
            ["started"] = Time(context.Timeline.StartedAt),
            ["finished"] = Time(context.Timeline.StartedAt + elapsed),
            ["elapsed_seconds"] = elapsed.TotalSeconds,
            ["outcome"] = "completed",
            ["data_training"] = data.ToJson(),
        };
    }

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
