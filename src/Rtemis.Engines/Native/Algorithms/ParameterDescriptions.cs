using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Algorithms;

/// <summary>Turns declarations into what a describe answer shows.</summary>
static class ParameterDescriptions
{
    /// <summary>Describes a set's parameters, in order.</summary>
    /// <param name="set">The set.</param>
    /// <param name="tunable">False where nothing can be searched over, whatever the declarations say.</param>
    public static IReadOnlyList<ParameterDescription> Of(ParameterSet set, bool tunable = true) =>
        [.. set.Specs.Select(s => new ParameterDescription(s.Name, TypeOf(s.Default), s.Default, tunable && s.Tunable, s.Choices.Count > 0 ? s.Choices : null))];

    static string TypeOf(ParameterValue value) => value switch
    {
        ParameterValue.None => "null",
        ParameterValue.Logical => "logical",
        ParameterValue.Integer => "integer",
        ParameterValue.Number => "double",
        ParameterValue.Text => "character",
        ParameterValue.Vector { Items: [var first, ..] } => TypeOf(first),
        _ => "other",
    };
}
