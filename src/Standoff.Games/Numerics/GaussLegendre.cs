namespace Standoff.Games.Numerics;

/// <summary>Integrals of smooth functions by Gauss and Legendre's rule of ten points on equal panels.</summary>
internal static class GaussLegendre
{
    private static readonly double[] Nodes = [0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717];
    private static readonly double[] Weights = [0.2955242247147529, 0.2692667193099963, 0.2190863625159820, 0.1494513491505806, 0.0666713443086881];

    public static double Integrate(Func<double, double> function, double from, double to, int panels)
    {
        var half = 0.5 * (to - from) / panels;
        var sum = 0.0;
        for (var panel = 0; panel < panels; panel++)
        {
            var middle = from + (half * ((2 * panel) + 1));
            for (var i = 0; i < Nodes.Length; i++)
                sum += Weights[i] * (function(middle - (half * Nodes[i])) + function(middle + (half * Nodes[i])));
        }

        return half * sum;
    }
}
