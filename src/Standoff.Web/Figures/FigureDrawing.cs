using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>Draws a figure twice: for wide pages and for small screens, with the same size of type.</summary>
internal static class FigureDrawing
{
    private const int Wide = 720;
    private const int Narrow = 340;

    /// <summary>Both drawings; the style sheet shows the one that fits.</summary>
    public static string Draw(Figure figure) => Draw(figure, new Canvas(Wide)) + Draw(figure, new Canvas(Narrow));

    private static string Draw(Figure figure, Canvas canvas) => figure switch
    {
        Figure.Futures f => FuturesDrawing.Draw(f, canvas),
        Figure.Dotplots f => DotplotsDrawing.Draw(f, canvas),
        Figure.Curves f => CurvesDrawing.Draw(f, canvas),
        Figure.Steps f => StepsDrawing.Draw(f, canvas),
        Figure.Ladder f => LadderDrawing.Draw(f, canvas),
        Figure.Timeline f => TimelineDrawing.Draw(f, canvas),
        Figure.Stances f => StancesDrawing.Draw(f, canvas),
        Figure.Tornado f => TornadoDrawing.Draw(f, canvas),
        _ => throw new NotSupportedException($"No drawing for a {figure.GetType().Name}."),
    };
}
