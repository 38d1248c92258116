using System.Text.Json.Serialization.Metadata;
using Rtemis.Protocol;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Dispatch;

/// <summary>A row of the method table: name, needs, where it is worked on, and the handler with its typed parameters and result.</summary>
sealed record Method(string Name, Needs Needs, Lane Lane, Func<Call, ValueTask<OutboundFrame>> Invoke)
{
    /// <summary>A quick method without parameters.</summary>
    public static Method Quick<TResult>(string name, Needs needs, JsonTypeInfo<TResult> result, Func<Call, TResult> handler) =>
        new(name, needs, Lane.Quick, call => new(Answer(call, handler(call), result)));

    /// <summary>A quick method.</summary>
    public static Method Quick<TParams, TResult>(
        string name, Needs needs, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result, Func<Call, TParams, TResult> handler) =>
        new(name, needs, Lane.Quick, call => new(Answer(call, handler(call, Params.Read(call.Request.Params, parameters)), result)));

    /// <summary>A method that may wait.</summary>
    public static Method Async<TParams, TResult>(
        string name, Needs needs, Lane lane, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result,
        Func<Call, TParams, ValueTask<TResult>> handler) =>
        new(name, needs, lane, async call =>
            Answer(call, await handler(call, Params.Read(call.Request.Params, parameters)).ConfigureAwait(false), result));

    /// <summary>A method that composes its frame itself.</summary>
    public static Method Raw<TParams>(
        string name, Needs needs, Lane lane, JsonTypeInfo<TParams> parameters, Func<Call, TParams, ValueTask<OutboundFrame>> handler) =>
        new(name, needs, lane, call => handler(call, Params.Read(call.Request.Params, parameters)));

    static OutboundFrame Answer<TResult>(Call call, TResult result, JsonTypeInfo<TResult> type) => new(Envelope.RentResult(call.Request.Id, result, type));
}
