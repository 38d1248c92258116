using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Rtemis.Cli.Display;

/// <summary>How much of what a bar counts is done; empty for steps that count nothing.</summary>
sealed class ShareColumn : ProgressColumn
{
    const int Width = 4;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(task.IsIndeterminate ? "" : string.Create(CultureInfo.InvariantCulture, $"{(int)task.Percentage}%")).RightJustified();

    public override int? GetColumnWidth(RenderOptions options) => Width;
}
