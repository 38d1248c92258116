using System.Text.Json.Nodes;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Documents;

/// <summary>How cases were held out, in result documents.</summary>
static class ResamplerDocument
{
    // A header takes 1 MiB, and a row number at most 7 bytes of it in tables of ordinary size.
    const int MostRowsInSummary = 50_000;

    /// <summary>The <c>outer_resampler</c> of the summary, with the cases' 1-based numbers unless they are too many for it.</summary>
    /// <param name="type">rtemis's name for the way of resampling.</param>
    /// <param name="resamples">The resamples.</param>
    /// <param name="complete">Whether the numbers are given however many they are.</param>
    public static JsonObject Summary(string type, OuterResamples resamples, bool complete = false)
    {
        var few = resamples.Resamples.Sum(r => (long)r.TrainingRows.Length) <= MostRowsInSummary;
        return new JsonObject
        {
            [".class"] = "Resampler",
            ["type"] = type,
            ["resamples"] = few || complete
                ? new JsonObject(resamples.Resamples.Select(r => KeyValuePair.Create(r.Name, Numbers(r.TrainingRows))))
                : JsonShape.Elsewhere("raw"),
            ["config"] = Config(resamples.Config, type),
        };
    }

    /// <summary>The options with rtemis's class for them.</summary>
    public static JsonObject Config(ParameterValues config, string type)
    {
        var document = new JsonObject { [".class"] = config.Set.ClassName, ["type"] = type };
        JsonShape.Append(document, ParameterDocuments.Fields(config));
        return document;
    }

    /// <summary>The block of the run record, as requested.</summary>
    public static JsonObject Recorded(ResamplerConfig config)
    {
        var block = new JsonObject { ["type"] = config.Type.ToString() };
        JsonShape.Append(block, ParameterDocuments.Recorded(config.Values));
        // Leave-one-out takes its number from the data: nobody set it.
        if (config.Type == ResamplerType.LOOCV) block["origin"]!["n_resamples"] = "unset";
        return block;
    }

    static JsonNode? Numbers(int[] rows)
    {
        if (rows is [var only]) return only + 1;
        var numbers = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++) numbers[i] = rows[i] + 1;
        return JsonCells.List(numbers);
    }
}
