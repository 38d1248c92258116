using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>dialog.choose_dir</c>.</summary>
/// <param name="Path">The chosen folder.</param>
/// <param name="Cancelled">Whether the person chose none.</param>
public sealed record ChooseDirResult(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path,
    bool Cancelled);
