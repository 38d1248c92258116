namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>dialog.choose_dir</c>.</summary>
/// <param name="Prompt">The dialog's title.</param>
public sealed record ChooseDirParams(string? Prompt);
