"""What each caller may spend: a bucket of points that fills up again, in this process or shared by several."""
