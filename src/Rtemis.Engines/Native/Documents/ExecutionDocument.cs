using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The <c>execution_config</c> of result documents.</summary>
static class ExecutionDocument
{
    /// <summary>The object of the summary.</summary>
    public static JsonObject Summary(ParameterValues execution)
    {
        var document = new JsonObject { [".class"] = execution.Set.ClassName };
        JsonShape.Append(document, ParameterDocuments.Fields(execution));
        return document;
    }

    /// <summary>The block of the run record.</summary>
    public static JsonObject Recorded(ParameterValues execution) => ParameterDocuments.Recorded(execution, ExecutionConfig.ClassDefaults);
}
