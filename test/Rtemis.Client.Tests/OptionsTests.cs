using System.Reflection;
using Rtemis.Protocol;

namespace Rtemis.Client.Tests;

/// <summary>Options, and which methods may be called twice.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void PausesDoubleUpToTheLongest()
    {
        var options = new ReconnectOptions { FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(1) };
        Assert.Equal([100, 200, 400, 800, 1000, 1000], Enumerable.Range(1, 6).Select(attempt => options.PauseBefore(attempt).TotalMilliseconds));
        Assert.Equal(1000, options.PauseBefore(10_000).TotalMilliseconds);
    }

    [Fact]
    public void WhatCannotBeIsRefusedByName()
    {
        Assert.Equal("UploadChunkBytes", Assert.Throws<ArgumentOutOfRangeException>(() => new ClientOptions { UploadChunkBytes = 0 }).ParamName);
        Assert.Equal("UploadChunkBytes", Assert.Throws<ArgumentOutOfRangeException>(() => new ClientOptions { UploadChunkBytes = ProtocolLimits.Frame }).ParamName);
        Assert.Equal("KeptProgress", Assert.Throws<ArgumentOutOfRangeException>(() => new ClientOptions { KeptProgress = 0 }).ParamName);
    }

    [Fact]
    public void EveryMethodIsEitherRepeatableOrNamedHere()
    {
        string[] once =
        [
            Methods.Auth, Methods.SessionCreate, Methods.SessionJoin, Methods.SessionDetach, Methods.SessionDelete, Methods.DataUpload, Methods.DataUploadChunk,
            Methods.DataUploadEnd, Methods.DataArrange, Methods.Train, Methods.Decomp, Methods.Cluster, Methods.Predict, Methods.JobDelete, Methods.DialogChooseDir,
        ];
        var all = typeof(Methods).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(once.Order(), all.Where(method => !RepeatableMethods.Contains(method)).Order());
    }
}
