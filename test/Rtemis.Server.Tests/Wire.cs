using System.Text.Json;
using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;

namespace Rtemis.Server.Tests;

/// <summary>Calls with parameters as JSON text, for what no typed message can say.</summary>
static class Wire
{
    public static async Task<Response> AskAsync(this WireClient client, string method, string parameters)
    {
        using var document = JsonDocument.Parse(parameters);
        return await client.Connection.CallAsync(method, document.RootElement, null, TestContext.Current.CancellationToken);
    }

    public static async Task<ErrorBody> RefusalAsync(this WireClient client, string method, string parameters) =>
        (await Assert.ThrowsAsync<ServerErrorException>(() => client.AskAsync(method, parameters))).Error;

    /// <summary>What was refused, which must be because of the parameters.</summary>
    public static async Task<string> InvalidAsync(this WireClient client, string method, string parameters)
    {
        var error = await client.RefusalAsync(method, parameters);
        Assert.Equal(ErrorCodes.InvalidParams, error.Code);
        return error.Message;
    }

    /// <summary>The table that came with an answer.</summary>
    public static Table Table(this Response response) => ArrowStreamReader.Read(response.Payload!.Value);

    public static int Int(this JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
